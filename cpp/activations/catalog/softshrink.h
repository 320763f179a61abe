#pragma once

#include "activations/activation.h"

namespace lab {

/// Soft thresholding: the proximal operator of the absolute value.
struct Softshrink {
  static constexpr ActivationInfo info{
      .key = "softshrink",
      .name = "Softshrink",
      .name_zh = "Softshrink（软阈值收缩）",
      .aliases = {"soft_shrink", "soft_threshold"},
      .family = Family::shrinkage,
      .latex = R"(\begin{cases} x - \lambda & x > \lambda \\ )"
               R"(x + \lambda & x < -\lambda \\ )"
               R"(0 & |x| \le \lambda \end{cases})",
      .latex_derivative = R"(\begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {{.key = "lambd",
                      .symbol = R"(\lambda)",
                      .initial = 0.5,
                      .minimum = 0,
                      .maximum = 100,
                      .slider_minimum = 0,
                      .slider_maximum = 3,
                      .step = 0.1}},
      .code = {.pytorch_module = "nn.Softshrink(lambd={lambd})",
               .pytorch = "F.softshrink(x, {lambd})",
               .keras = "keras.activations.soft_shrink(x, threshold={lambd})",
               .jax = "jnp.sign(x) * jnp.maximum(jnp.abs(x) - {lambd}, 0)",
               .onnx = "Shrink(lambd={lambd}, bias={lambd})",
               .javascript = "x > {lambd} ? x - {lambd} : x < -{lambd} ? x + {lambd} : 0",
               .javascript_derivative = "Math.abs(x) > {lambd} ? 1 : 0"},
      .paper = {.authors = "Donoho",
                .year = 1995,
                .title = "De-noising by Soft-Thresholding",
                .url = "https://doi.org/10.1109/18.382009"},
      .accuracy = {.value = {.ulp = 0.5}, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [lambd] = parameters;
    return copysign(max(abs(x) - lambd, T(0.0)), x);
  }

  /// PyTorch takes 0 at both kinks.
  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [lambd] = parameters;
    return select(abs(x) <= lambd, T(0.0), T(1.0));
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 1>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [lambd] = parameters;
    if (lambd == 0)
      return {.range = all_reals, .monotone = true, .symmetry = Symmetry::odd, .identity_on = all_reals};
    return {.range = all_reals, .monotone = true, .symmetry = Symmetry::odd, .kinks = {-lambd, lambd}};
  }
};

}  // namespace lab
