#pragma once

#include "activations/activation.h"

namespace lab {

/// Piecewise linear sigmoid with slope 0.2: the default of ONNX, and of Keras before version 3.
struct HardsigmoidOnnx {
  static constexpr ActivationInfo info{
      .key = "hardsigmoid_onnx",
      .name = "Hardsigmoid (ONNX)",
      .name_zh = "Hardsigmoid（硬 Sigmoid,ONNX 定义）",
      .aliases = {"hard_sigmoid_keras2"},
      .family = Family::sigmoidal,
      .latex = R"(\min(\max(0.2\,x + 0.5, 0), 1))",
      .latex_derivative = R"(\begin{cases} 0.2 & -2.5 \le x \le 2.5 \\ 0 & \text{otherwise} \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.clamp(0.2 * x + 0.5, 0, 1)",
               .keras = "keras.ops.clip(0.2 * x + 0.5, 0, 1)",
               .jax = "jnp.clip(0.2 * x + 0.5, 0, 1)",
               .onnx = "HardSigmoid(alpha=0.2, beta=0.5)",
               .javascript = "Math.min(Math.max(0.2 * x + 0.5, 0), 1)",
               .javascript_derivative = "x >= -2.5 && x <= 2.5 ? 0.2 : 0"},
      .paper = {},
      .accuracy = {.value = {.ulp = 2}, .derivative = {.ulp = 0.5}, .second_derivative = exact}};

  using Lanes = f32x4;

  /// As (x + 2.5) / 5, without cancellation near -2.5.
  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return min(max(x + T(2.5), T(0.0)), T(5.0)) / T(5.0);
  }

  /// Clipping has slope 1 at its bounds in PyTorch and TensorFlow: 0.2 at both kinks.
  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return select(abs(x) <= T(2.5), T(0.2), T(0.0));
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 0>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed(0, 1),
            .monotone = true,
            .saturates_left = true,
            .saturates_right = true,
            .kinks = {-2.5, 2.5}};
  }
};

}  // namespace lab
