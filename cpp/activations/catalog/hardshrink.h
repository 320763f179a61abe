#pragma once

#include "activations/activation.h"

namespace lab {

/// Hard thresholding: keeps what is large, unchanged.
struct Hardshrink {
  static constexpr ActivationInfo info{
      .key = "hardshrink",
      .name = "Hardshrink",
      .name_zh = "Hardshrink（硬阈值收缩）",
      .aliases = {"hard_shrink", "hard_threshold"},
      .family = Family::shrinkage,
      .latex = R"(\begin{cases} x & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases})",
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
      .code = {.pytorch_module = "nn.Hardshrink(lambd={lambd})",
               .pytorch = "F.hardshrink(x, {lambd})",
               .keras = "keras.activations.hard_shrink(x, threshold={lambd})",
               .jax = "jnp.where(jnp.abs(x) > {lambd}, x, 0)",
               .onnx = "Shrink(lambd={lambd}, bias=0)",
               .javascript = "Math.abs(x) > {lambd} ? x : 0",
               .javascript_derivative = "Math.abs(x) > {lambd} ? 1 : 0"},
      .paper = {.authors = "Donoho, Johnstone",
                .year = 1994,
                .title = "Ideal Spatial Adaptation by Wavelet Shrinkage",
                .url = "https://doi.org/10.1093/biomet/81.3.425"},
      .accuracy = {.value = exact, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [lambd] = parameters;
    return select(abs(x) <= lambd, T(0.0), x);
  }

  /// PyTorch takes 0 at both jumps.
  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [lambd] = parameters;
    return select(abs(x) <= lambd, T(0.0), T(1.0));
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 1>&) {
    return T(0.0);
  }

  /// The other half of the identity, x < -lambd, follows from the symmetry.
  static constexpr Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [lambd] = parameters;
    if (lambd == 0)
      return {.range = all_reals, .monotone = true, .symmetry = Symmetry::odd, .identity_on = all_reals};
    return {.range = all_reals,
            .monotone = true,
            .symmetry = Symmetry::odd,
            .kinks = {-lambd, lambd},
            .identity_on = open(lambd, infinity)};
  }
};

}  // namespace lab
