#pragma once

#include "math/exponential_f64.h"

// Kernels from float to float that compute in double precision, without calls: Mish and the tanh form of
// GELU, whose cancellations and steep exponents single precision cannot follow. Rounded once; every input is
// allowed.
namespace lab::mixed {

/// f of four numbers, computed two at a time.
template <class F>
LAB_INLINE f32x4 in_double(f32x4 x, F f) {
  return demote(f(promote_low(x)), f(promote_high(x)));
}

/// With w = e^x: tanh(ln(1 + w)) = n / (n + 2) with n = w (w + 2), which is 1 from x = 40 on.
struct MishTerms {
  f64x2 x;
  f64x2 w;
  f64x2 n;
  /// 1 / (n + 2).
  f64x2 inverse;
};

LAB_INLINE MishTerms mish_terms(f64x2 x) {
  const f64x2 bounded = min(max(x, -700.0), 40.0);
  const f64x2 w = detail::exp_bounded(bounded);
  const f64x2 n = w * (w + 2.0);
  return {bounded, w, n, f64x2(1.0) / (n + 2.0)};
}

LAB_INLINE f32x4 mish(f32x4 x) {
  return in_double(x, [](f64x2 v) {
    const auto [bounded, w, n, inverse] = mish_terms(v);
    return max(v, -700.0) * (n * inverse);
  });
}

LAB_INLINE f32x4 mish_derivative(f32x4 x) {
  return in_double(x, [](f64x2 v) {
    const auto [bounded, w, n, inverse] = mish_terms(v);
    return (n + bounded * 4.0 * (w * (w + 1.0)) * inverse) * inverse;
  });
}

/// x sigmoid(2u) with 2u = x (linear + cubic x^2); at |x| = 20 it has long saturated.
struct GeluTanhTerms {
  f64x2 x;
  f64x2 square;
  f64x2 sigmoid;
};

inline constexpr double gelu_tanh_linear = 2 * 0.79788456080286535588;
inline constexpr double gelu_tanh_cubic = 0.044715 * gelu_tanh_linear;

LAB_INLINE GeluTanhTerms gelu_tanh_terms(f64x2 x) {
  const f64x2 bounded = min(max(x, -20.0), 20.0);
  const f64x2 square = bounded * bounded;
  const f64x2 exponent = bounded * (square * -gelu_tanh_cubic - gelu_tanh_linear);
  return {bounded, square, f64x2(1.0) / (detail::exp_bounded(exponent) + 1.0)};
}

LAB_INLINE f32x4 gelu_tanh(f32x4 x) {
  return in_double(x, [](f64x2 v) { return max(v, -20.0) * gelu_tanh_terms(v).sigmoid; });
}

LAB_INLINE f32x4 gelu_tanh_derivative(f32x4 x) {
  return in_double(x, [](f64x2 v) {
    const auto [bounded, square, s] = gelu_tanh_terms(v);
    return s + bounded * (s * (f64x2(1.0) - s)) * (square * (3.0 * gelu_tanh_cubic) + gelu_tanh_linear);
  });
}

}  // namespace lab::mixed
