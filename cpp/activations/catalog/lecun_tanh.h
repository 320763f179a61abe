#pragma once

#include "activations/activation.h"
#include "math/sech_squared.h"

namespace lab {

/// Tanh scaled so that f(1) = 1 and f(-1) = -1.
struct LecunTanh {
  static constexpr ActivationInfo info{
      .key = "lecun_tanh",
      .name = "LeCun tanh",
      .name_zh = "LeCun tanh（缩放双曲正切）",
      .aliases = {"scaled_tanh"},
      .family = Family::sigmoidal,
      .latex = R"(1.7159\,\tanh\left(\frac{2}{3}x\right))",
      .latex_derivative = R"(1.7159 \cdot \frac{2}{3}\,\operatorname{sech}^2\left(\frac{2}{3}x\right))",
      .latex_second_derivative =
          R"(-1.7159 \cdot )"
          R"(\frac{8}{9}\,\tanh\left(\frac{2}{3}x\right)\operatorname{sech}^2\left(\frac{2}{3}x\right))",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "1.7159 * torch.tanh(2 / 3 * x)",
               .keras = "1.7159 * keras.ops.tanh(2 / 3 * x)",
               .jax = "1.7159 * jnp.tanh(2 / 3 * x)",
               .onnx = "",
               .javascript = "1.7159 * Math.tanh((2 / 3) * x)",
               .javascript_derivative = "1.7159 * (2 / 3) * (1 - Math.tanh((2 / 3) * x) ** 2)"},
      .paper = {.authors = "LeCun, Bottou, Orr, Müller",
                .year = 1998,
                .title = "Efficient BackProp",
                .url = "https://doi.org/10.1007/3-540-49430-8_2"},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return T(1.7159) * tanh(x * T(2.0 / 3.0));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return T(1.7159 * 2.0 / 3.0) * sech_squared(x * T(2.0 / 3.0));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T u = x * T(2.0 / 3.0);
    return T(-1.7159 * 8.0 / 9.0) * tanh(u) * sech_squared(u);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = open(-1.7159, 1.7159),
            .monotone = true,
            .symmetry = Symmetry::odd,
            .saturates_left = true,
            .saturates_right = true};
  }
};

}  // namespace lab
