#pragma once

#include "math/float32/exponential.h"

// Sigmoid and SiLU in single precision for |x| <= 87: beyond, derivatives are subnormal. NaN gives NaN.
namespace lab::float32 {

inline constexpr float logistic_limit = 87.0f;

/// sigmoid(-|x|) = scale / denominator. The sum 1 + e^|x| is rounded once: it is what keeps the error below 2
/// ULP.
struct LowerLogistic {
  f32x4 scale;
  f32x4 denominator;
};

LAB_INLINE LowerLogistic lower_logistic(f32x4 x) {
  const auto [scale, head, tail] = inverse_scaled_exponential(abs(x));
  return {scale, head + (tail + scale)};
}

LAB_INLINE f32x4 sigmoid(f32x4 x) {
  const auto [scale, denominator] = lower_logistic(x);
  const f32x4 lower = scale / denominator;
  return select(x < 0.0f, lower, 1.0f - lower);
}

LAB_INLINE f32x4 sigmoid_derivative(f32x4 x) {
  const auto [scale, denominator] = lower_logistic(x);
  const f32x4 lower = scale / denominator;
  return lower - lower * lower;
}

/// x sigmoid(x) = max(x, 0) - |x| sigmoid(-|x|); the product with the scale is exact.
LAB_INLINE f32x4 silu(f32x4 x) {
  const auto [scale, denominator] = lower_logistic(x);
  return max(x, 0.0f) - abs(x) * scale / denominator;
}

/// With a = |x| and s = sigmoid(-a): s (1 - a + a s) for negative x, and 1 minus that for positive x. What 1
/// - a loses by rounding is put back; the product with the scale is exact.
LAB_INLINE f32x4 silu_derivative(f32x4 x) {
  const f32x4 a = abs(x);
  const auto [scale, denominator] = lower_logistic(x);
  const f32x4 lower = scale / denominator;
  const f32x4 complement = 1.0f - a;
  const f32x4 excess = complement - 1.0f + a;
  const f32x4 left = scale * (complement + (a * lower - excess)) / denominator;
  return select(x < 0.0f, left, 1.0f - left);
}

}  // namespace lab::float32
