#pragma once

#include "math/float32/exponential.h"

// Tanh in single precision for |x| <= 43: beyond, the derivative is subnormal. Keeps the sign of zero; NaN
// gives NaN.
namespace lab::float32 {

inline constexpr float tanh_limit = 43.0f;

/// e^y with y = 2|x|, or y = -2|x| for small |x|, and 1 + e^y, both times scale. Up to |x| = ln 2 / 4 the
/// scale is 1 for either sign; the negative one keeps the sum below 2, where its rounding error is half as
/// large.
struct TanhTerms {
  f32x4 scale;
  f32x4 head;
  f32x4 tail;
  f32x4 sum;
};

LAB_INLINE TanhTerms tanh_terms(f32x4 x) {
  const f32x4 a = abs(x);
  const f32x4 y = negate_where(a < 0.173f, a + a);
  const auto [scale, head, tail] = inverse_scaled_exponential(y);
  return {scale, head, tail, head + (tail + scale)};
}

/// |(e^y - 1) / (e^y + 1)|; the difference head - scale is exact.
LAB_INLINE f32x4 tanh(f32x4 x) {
  const auto [scale, head, tail, sum] = tanh_terms(x);
  return copysign((head - scale + tail) / sum, x);
}

/// 1 - tanh^2 = w (2 - w) with w = 2 / (1 + e^y), which does not cancel and holds for either sign of y.
LAB_INLINE f32x4 tanh_derivative(f32x4 x) {
  const auto [scale, head, tail, sum] = tanh_terms(x);
  const f32x4 w = (scale + scale) / sum;
  return w + w - w * w;
}

}  // namespace lab::float32
