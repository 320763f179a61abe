#pragma once

#include "activations/activation.h"

namespace lab {

/// Unit step: the threshold unit of McCulloch and Pitts.
struct Step {
  static constexpr ActivationInfo info{
      .key = "step",
      .name = "Step",
      .name_zh = "Step（阶跃函数）",
      .aliases = {"heaviside", "binary_step"},
      .family = Family::sigmoidal,
      .latex = R"(\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases})",
      .latex_derivative = "0",
      .latex_second_derivative = "0",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.sign(F.relu(x))",
               .keras = "keras.ops.cast(x > 0, x.dtype)",
               .jax = "jnp.heaviside(x, 0)",
               .onnx = "",
               .javascript = "x > 0 ? 1 : 0",
               .javascript_derivative = "0"},
      .paper = {.authors = "McCulloch, Pitts",
                .year = 1943,
                .title = "A Logical Calculus of the Ideas Immanent in Nervous Activity",
                .url = "https://doi.org/10.1007/BF02478259"},
      .accuracy = {.value = exact, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  /// 0 at the jump, as the gradient of ReLU in PyTorch.
  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return select(x > T(0.0), T(1.0), select(x <= T(0.0), T(0.0), x));
  }

  /// 0 at the jump, too, as for torch.sign.
  template <class T>
  static T derivative(T, const Parameters<T, 0>&) {
    return T(0.0);
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
            .kinks = {0}};
  }
};

}  // namespace lab
