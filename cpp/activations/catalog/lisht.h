#pragma once

#include "activations/activation.h"
#include "math/sech_squared.h"
#include "math/without_infinities.h"

namespace lab {

/// Linearly scaled tanh.
struct Lisht {
  static constexpr ActivationInfo info{
      .key = "lisht",
      .name = "LiSHT",
      .name_zh = "",
      .aliases = {},
      .family = Family::gated,
      .latex = R"(x \tanh(x))",
      .latex_derivative = R"(\tanh(x) + x \operatorname{sech}^2(x))",
      .latex_second_derivative = R"(2 \operatorname{sech}^2(x)\left(1 - x \tanh(x)\right))",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "x * torch.tanh(x)",
               .keras = "x * keras.ops.tanh(x)",
               .jax = "x * jnp.tanh(x)",
               .onnx = "",
               .javascript = "x * Math.tanh(x)",
               .javascript_derivative = "Math.tanh(x) + x * (1 - Math.tanh(x) ** 2)"},
      .paper = {.authors = "Roy, Manna, Dubey, Chaudhuri",
                .year = 2019,
                .title = "LiSHT: Non-Parametric Linearly Scaled Hyperbolic Tangent Activation Function for "
                         "Neural Networks",
                .url = "https://arxiv.org/abs/1901.05894"},
      .accuracy = {.value = rounded_once,
                   .derivative = rounded_once,
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-9}}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return x * tanh(x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T t = tanh(x);
    return t + without_infinities(x) * ((T(1.0) - t) * (T(1.0) + t));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return T(2.0) * sech_squared(c) * (T(1.0) - c * tanh(c));
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(0, infinity), .monotone = false, .symmetry = Symmetry::even};
  }
};

}  // namespace lab
