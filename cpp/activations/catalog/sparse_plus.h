#pragma once

#include "activations/activation.h"
#include "activations/catalog/smelu.h"
#include "math/in_double.h"

namespace lab {

/// SmeLU with beta = 1; the integral of the sparse sigmoid, as softplus is that of the sigmoid.
struct SparsePlus {
  static constexpr ActivationInfo info{
      .key = "sparse_plus",
      .name = "Sparse plus",
      .name_zh = "",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\begin{cases} 0 & x \le -1 \\ \frac{(x + 1)^2}{4} & |x| < 1 \\ x & x \ge 1 \end{cases})",
      .latex_derivative =
          R"(\begin{cases} 0 & x \le -1 \\ \frac{x + 1}{2} & |x| < 1 \\ 1 & x \ge 1 \end{cases})",
      .latex_second_derivative = R"(\begin{cases} \frac{1}{2} & |x| < 1 \\ 0 & \text{otherwise} \end{cases})",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.where(x <= -1, 0, torch.where(x < 1, (x + 1) ** 2 / 4, x))",
               .keras = "keras.activations.sparse_plus(x)",
               .jax = "jax.nn.sparse_plus(x)",
               .onnx = "",
               .javascript = "x <= -1 ? 0 : x < 1 ? (x + 1) ** 2 / 4 : x",
               .javascript_derivative = "x <= -1 ? 0 : x < 1 ? (x + 1) / 2 : 1"},
      .paper = {.authors = "Blondel, Martins, Niculae",
                .year = 2019,
                .title = "Learning with Fenchel-Young Losses",
                .url = "https://arxiv.org/abs/1901.02324"},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = exact}};

  using Lanes = f32x4;
  static constexpr std::size_t unrolled_vectors = 1;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return Smelu::value(x, {T(1.0)});
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return Smelu::derivative(x, {T(1.0)});
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    return Smelu::second_derivative(x, {T(1.0)});
  }

  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>& parameters) {
    return in_double(value<f64x2>, x, parameters);
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>& parameters) {
    return in_double(derivative<f64x2>, x, parameters);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) { return Smelu::properties({1}); }
};

}  // namespace lab
