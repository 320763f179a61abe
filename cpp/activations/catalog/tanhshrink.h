#pragma once

#include "activations/activation.h"
#include "math/cosh_less_sinhc.h"
#include "math/float32/tanh_residual.h"
#include "math/sech_squared.h"

namespace lab {

/// Residual of tanh: cubic near 0, the identity less 1 far out.
struct Tanhshrink {
  static constexpr ActivationInfo info{
      .key = "tanhshrink",
      .name = "Tanhshrink",
      .name_zh = "Tanhshrink（双曲正切收缩）",
      .aliases = {"tanh_shrink"},
      .family = Family::shrinkage,
      .latex = R"(x - \tanh(x))",
      .latex_derivative = R"(\tanh^2(x))",
      .latex_second_derivative = R"(2 \tanh(x) \operatorname{sech}^2(x))",
      .parameters = {},
      .code = {.pytorch_module = "nn.Tanhshrink()",
               .pytorch = "F.tanhshrink(x)",
               .keras = "keras.activations.tanh_shrink(x)",
               .jax = "x - jnp.tanh(x)",
               .onnx = "",
               .javascript = "x - Math.tanh(x)",
               .javascript_derivative = "Math.tanh(x) ** 2"},
      .paper = {},
      .accuracy = {.value = {.ulp = 2}, .derivative = {.ulp = 2}, .second_derivative = rounded_once}};

  using Lanes = f32x4;

  /// Near 0 as (x cosh x - sinh x) / cosh x with the numerator as a power series, without cancellation.
  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    const T t = tanh(x);
    const T inverse_cosh = sqrt((T(1.0) - t) * (T(1.0) + t));
    const T c = clamp(x, -1.0, 1.0);
    return select(abs(x) < T(1.0), c * c * c * cosh_less_sinhc(c * c) * inverse_cosh, x - t);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T t = tanh(x);
    return t * t;
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    return T(2.0) * tanh(x) * sech_squared(x);
  }

  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) { return float32::tanh_residual(x); }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) { return float32::tanh_squared(x); }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = all_reals, .monotone = true, .symmetry = Symmetry::odd};
  }
};

}  // namespace lab
