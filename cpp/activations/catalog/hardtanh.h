#pragma once

#include "activations/activation.h"

namespace lab {

/// Identity, clipped at both ends.
struct Hardtanh {
  static constexpr ActivationInfo info{
      .key = "hardtanh",
      .name = "Hardtanh",
      .name_zh = "Hardtanh（硬双曲正切）",
      .aliases = {"hard_tanh"},
      .family = Family::sigmoidal,
      .latex = R"(\min(\max(x, a), b))",
      .latex_derivative = R"(\begin{cases} 1 & a < x < b \\ 0 & \text{otherwise} \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {{.key = "min_val",
                      .symbol = "a",
                      .initial = -1,
                      .minimum = -1000,
                      .maximum = 0,
                      .slider_minimum = -5,
                      .slider_maximum = 0,
                      .step = 0.1},
                     {.key = "max_val",
                      .symbol = "b",
                      .initial = 1,
                      .minimum = 0.001,
                      .maximum = 1000,
                      .slider_minimum = 0.1,
                      .slider_maximum = 5,
                      .step = 0.1}},
      .code = {.pytorch_module = "nn.Hardtanh(min_val={min_val}, max_val={max_val})",
               .pytorch = "F.hardtanh(x, {min_val}, {max_val})",
               .keras = "keras.ops.clip(x, {min_val}, {max_val})",
               .jax = "jnp.clip(x, {min_val}, {max_val})",
               .onnx = "Clip(min={min_val}, max={max_val})",
               .javascript = "Math.min(Math.max(x, {min_val}), {max_val})",
               .javascript_derivative = "x > {min_val} && x < {max_val} ? 1 : 0"},
      .paper = {},
      .accuracy = {.value = exact, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 2>& parameters) {
    const auto& [min_val, max_val] = parameters;
    return min(max(x, min_val), max_val);
  }

  /// PyTorch takes 0 at both kinks.
  template <class T>
  static T derivative(T x, const Parameters<T, 2>& parameters) {
    const auto& [min_val, max_val] = parameters;
    return select(x > min_val, select(x < max_val, T(1.0), T(0.0)), T(0.0));
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 2>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 2>& parameters) {
    const auto& [min_val, max_val] = parameters;
    return {.range = closed(min_val, max_val),
            .monotone = true,
            .symmetry = min_val == -max_val ? Symmetry::odd : Symmetry::none,
            .saturates_left = true,
            .saturates_right = true,
            .kinks = {min_val, max_val},
            .identity_on = closed(min_val, max_val)};
  }
};

}  // namespace lab
