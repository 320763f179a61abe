#pragma once

#include "activations/activation.h"
#include "math/sech_squared.h"

namespace lab {

/// Tanh whose negative half is scaled down.
struct PenalizedTanh {
  static constexpr ActivationInfo info{
      .key = "penalized_tanh",
      .name = "Penalized tanh",
      .name_zh = "Penalized tanh（惩罚双曲正切）",
      .aliases = {},
      .family = Family::sigmoidal,
      .latex = R"(\begin{cases} \tanh(x) & x > 0 \\ a\,\tanh(x) & x \le 0 \end{cases})",
      .latex_derivative = R"(\begin{cases} \operatorname{sech}^2(x) & x > 0 \\ )"
                          R"(a\,\operatorname{sech}^2(x) & x \le 0 \end{cases})",
      .latex_second_derivative = R"(\begin{cases} -2\tanh(x)\operatorname{sech}^2(x) & x > 0 \\ )"
                                 R"(-2a\,\tanh(x)\operatorname{sech}^2(x) & x \le 0 \end{cases})",
      .parameters = {{.key = "a",
                      .symbol = "a",
                      .initial = 0.25,
                      .minimum = 0,
                      .maximum = 1,
                      .slider_minimum = 0,
                      .slider_maximum = 1,
                      .step = 0.05}},
      .code = {.pytorch_module = "",
               .pytorch = "F.leaky_relu(torch.tanh(x), {a})",
               .keras = "keras.activations.leaky_relu(keras.ops.tanh(x), negative_slope={a})",
               .jax = "jax.nn.leaky_relu(jnp.tanh(x), negative_slope={a})",
               .onnx = "",
               .javascript = "(x > 0 ? 1 : {a}) * Math.tanh(x)",
               .javascript_derivative = "(x > 0 ? 1 : {a}) * (1 - Math.tanh(x) ** 2)"},
      .paper = {.authors = "Xu, Huang, Li",
                .year = 2016,
                .title = "Revise Saturated Activation Functions",
                .url = "https://arxiv.org/abs/1602.05980"},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [a] = parameters;
    return select(x > T(0.0), T(1.0), a) * tanh(x);
  }

  /// The left branch at the kink, as for leaky ReLU in PyTorch.
  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [a] = parameters;
    return select(x > T(0.0), T(1.0), a) * sech_squared(x);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [a] = parameters;
    return T(-2.0) * select(x > T(0.0), T(1.0), a) * tanh(x) * sech_squared(x);
  }

  static constexpr Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [a] = parameters;
    return {.range = a == 0 ? closed_open(0, 1) : open(-a, 1),
            .monotone = true,
            .symmetry = a == 1 ? Symmetry::odd : Symmetry::none,
            .saturates_left = true,
            .saturates_right = true,
            .kinks = a == 1 ? StaticList<double, 4>{} : StaticList<double, 4>{0}};
  }
};

}  // namespace lab
