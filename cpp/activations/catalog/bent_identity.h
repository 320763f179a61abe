#pragma once

#include "activations/activation.h"
#include "math/in_double.h"
#include "math/without_infinities.h"

namespace lab {

/// Bent identity.
struct BentIdentity {
  static constexpr ActivationInfo info{
      .key = "bent_identity",
      .name = "Bent identity",
      .name_zh = "Bent identity（弯曲恒等函数）",
      .aliases = {},
      .family = Family::elementary,
      .latex = R"(\frac{\sqrt{x^2 + 1} - 1}{2} + x)",
      .latex_derivative = R"(\frac{x}{2\sqrt{x^2 + 1}} + 1)",
      .latex_second_derivative = R"(\frac{1}{2\,(x^2 + 1)^{3/2}})",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "(torch.sqrt(x * x + 1) - 1) / 2 + x",
               .keras = "(keras.ops.sqrt(x * x + 1) - 1) / 2 + x",
               .jax = "(jnp.sqrt(x * x + 1) - 1) / 2 + x",
               .onnx = "",
               .javascript = "(Math.sqrt(x * x + 1) - 1) / 2 + x",
               .javascript_derivative = "x / (2 * Math.sqrt(x * x + 1)) + 1"},
      .paper = {},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f32x4;
  static constexpr std::size_t unrolled_vectors = 1;

  /// sqrt(x^2 + 1) - 1 = x^2 / (sqrt(x^2 + 1) + 1), without cancellation near 0.
  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return x * (T(1.0) + T(0.5) * c / (sqrt(c * c + T(1.0)) + T(1.0)));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return T(1.0) + T(0.5) * c / sqrt(c * c + T(1.0));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T root = sqrt(x * x + T(1.0));
    return T(0.5) / (root * root * root);
  }

  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>& parameters) {
    return in_double(value<f64x2>, x, parameters);
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>& parameters) {
    return in_double(derivative<f64x2>, x, parameters);
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = all_reals, .monotone = true};
  }
};

}  // namespace lab
