#pragma once

#include "activations/activation.h"
#include "activations/catalog/swish_beta.h"
#include "math/float32/swish.h"

namespace lab {

/// Sigmoid approximation of GELU.
struct GeluQuick {
  static constexpr ActivationInfo info{
      .key = "gelu_quick",
      .name = "Quick GELU",
      .name_zh = "",
      .aliases = {"quick_gelu", "gelu_sigmoid"},
      .family = Family::gated,
      .latex = R"(x\,\sigma(1.702\,x))",
      .latex_derivative = R"(\sigma(1.702\,x)\left(1 + 1.702\,x\,\sigma(-1.702\,x)\right))",
      .latex_second_derivative = R"(1.702\,\sigma'(1.702\,x)\left(2 - 1.702\,x \tanh(0.851\,x)\right))",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "x * torch.sigmoid(1.702 * x)",
               .keras = "x * keras.activations.sigmoid(1.702 * x)",
               .jax = "x * jax.nn.sigmoid(1.702 * x)",
               .onnx = "Swish(alpha=1.702)",
               .javascript = "x / (1 + Math.exp(-1.702 * x))",
               .javascript_derivative =
                   "(1 + Math.exp(-1.702 * x) * (1 + 1.702 * x)) / (1 + Math.exp(-1.702 * x)) ** 2"},
      .paper = {.authors = "Hendrycks, Gimpel",
                .year = 2016,
                .title = "Gaussian Error Linear Units (GELUs)",
                .url = "https://arxiv.org/abs/1606.08415"},
      .accuracy = {.value = {.ulp = 2},
                   .derivative = {.ulp = 2.5, .absolute = 6e-8},
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-9}}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return SwishBeta::value(x, {T(1.702)});
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return SwishBeta::derivative(x, {T(1.702)});
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    return SwishBeta::second_derivative(x, {T(1.702)});
  }

  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 0>&) {
    return abs(x) > float32::swish_limit / 1.8f;
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) { return float32::swish(x, steepness()); }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) {
    return float32::swish_derivative(x, steepness());
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return SwishBeta::properties({1.702});
  }

 private:
  static float32::Steepness steepness() {
    constexpr float high = 1.701171875f;
    return {high, static_cast<float>(1.702 - high)};
  }
};

}  // namespace lab
