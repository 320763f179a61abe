#pragma once

#include "activations/activation.h"

namespace lab {

/// Growing cosine unit: one neuron of it can learn XOR.
struct GrowingCosine {
  static constexpr ActivationInfo info{
      .key = "growing_cosine",
      .name = "Growing cosine unit",
      .name_zh = "Growing cosine unit（增幅余弦单元）",
      .aliases = {"gcu"},
      .family = Family::periodic,
      .latex = R"(x \cos(x))",
      .latex_derivative = R"(\cos(x) - x \sin(x))",
      .latex_second_derivative = R"(-2\sin(x) - x \cos(x))",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "x * torch.cos(x)",
               .keras = "x * keras.ops.cos(x)",
               .jax = "x * jnp.cos(x)",
               .onnx = "",
               .javascript = "x * Math.cos(x)",
               .javascript_derivative = "Math.cos(x) - x * Math.sin(x)"},
      .paper = {.authors = "Noel, Trivedi, Dutta",
                .year = 2021,
                .title = "Growing Cosine Unit: A Novel Oscillatory Activation Function That Can Speedup "
                         "Training and Reduce Parameters in Convolutional Neural Networks",
                .url = "https://arxiv.org/abs/2108.12943"},
      .accuracy = {.value = rounded_once,
                   .derivative = {.ulp = 0.51, .absolute = 1e-12},
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-12}}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return x * cos(x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return cos(x) - x * sin(x);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    return T(-2.0) * sin(x) - x * cos(x);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = all_reals, .monotone = false, .symmetry = Symmetry::odd};
  }
};

}  // namespace lab
