#pragma once

#include "math/float32/exponential.h"

// e^x - 1 and e^x in single precision, sharing their work, for -87 <= x <= 0: below, e^x is subnormal.
// What they give for positive x is meaningless.
namespace lab::float32 {

inline constexpr float exponential_lower_limit = -87.0f;

/// Rounded once: scale - 1 and scale * fraction are exact.
LAB_INLINE f32x4 expm1_of_negative(f32x4 x) {
  const auto [scale, fraction] = exponential(x);
  return fraction * scale + (scale - 1.0f);
}

LAB_INLINE f32x4 exp_of_negative(f32x4 x) {
  const auto [scale, fraction] = exponential(x);
  return fraction * scale + scale;
}

}  // namespace lab::float32
