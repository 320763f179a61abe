#pragma once

#include "math/float32/exponential.h"

// Softplus and its derivative in single precision for |x| <= 87: beyond, they are subnormal or trivial. NaN
// gives NaN.
namespace lab::float32 {

inline constexpr float softplus_limit = 87.0f;

/// ln(1 + e^-|x|). e^-|x| = scale + scale * fraction enters the leading term unrounded.
LAB_INLINE f32x4 log1p_exp_of_negative(f32x4 x) {
  const auto [scale, fraction] = exponential(-abs(x));
  const f32x4 u = fraction * scale + scale;
  return scale + (fraction * scale + u * u * polynomial(u, coefficients::log1p));
}

LAB_INLINE f32x4 softplus(f32x4 x) {
  return max(x, 0.0f) + log1p_exp_of_negative(x);
}

LAB_INLINE f32x4 log_sigmoid(f32x4 x) {
  return min(x, 0.0f) - log1p_exp_of_negative(x);
}

/// The logistic function from the same e^-|x|.
LAB_INLINE f32x4 softplus_derivative(f32x4 x) {
  const auto [scale, fraction] = exponential(-abs(x));
  const f32x4 u = fraction * scale + scale;
  const f32x4 lower = u / (1.0f + u);
  return select(x < 0.0f, lower, 1.0f - lower);
}

/// 1 - softplus', without cancellation.
LAB_INLINE f32x4 log_sigmoid_derivative(f32x4 x) {
  const auto [scale, fraction] = exponential(-abs(x));
  const f32x4 u = fraction * scale + scale;
  const f32x4 lower = u / (1.0f + u);
  return select(x > 0.0f, lower, 1.0f - lower);
}

}  // namespace lab::float32
