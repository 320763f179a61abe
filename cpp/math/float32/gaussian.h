#pragma once

#include "math/float32/gelu.h"

// e^(-x^2) in single precision for |x| <= 9.3: beyond, it is subnormal. NaN gives NaN.
namespace lab::float32 {

inline constexpr float gaussian_limit = 9.3f;

/// x^2 as a sum of two: rounding it would cost the result up to 40 ULP.
LAB_INLINE Exponential exponential_of_negative_square(f32x4 x) {
  const f32x4 a = abs(x);
  const auto [high, low] = split_magnitude(a);
  return exponential_of_negative_sum(high * high, low * (a + high), 0.0f);
}

/// factor * e^(-x^2)
LAB_INLINE f32x4 gaussian(f32x4 x, f32x4 factor) {
  const auto [scale, fraction] = exponential_of_negative_square(x);
  return (factor * fraction + factor) * scale;
}

}  // namespace lab::float32
