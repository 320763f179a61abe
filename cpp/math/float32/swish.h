#pragma once

#include "math/float32/gelu.h"

// x sigmoid(beta x) and its derivative in single precision for beta > 0 and beta |x| <= 87: beyond,
// derivatives are subnormal.
namespace lab::float32 {

inline constexpr float swish_limit = 87.0f;

/// beta = high + low, high with the first 11 bits: its product with the high part of x is exact.
struct Steepness {
  f32x4 high;
  f32x4 low;
};

LAB_INLINE Steepness split_steepness(f32x4 beta) {
  const auto [high, low] = split_magnitude(beta);
  return {high, low};
}

/// sigmoid(-t) = scale / denominator for t = beta |x| = argument + rest.
struct LowerGate {
  f32x4 argument;
  f32x4 rest;
  f32x4 scale;
  f32x4 denominator;
};

LAB_INLINE LowerGate lower_gate(f32x4 a, Steepness beta) {
  const auto [high, low] = split_magnitude(a);
  const f32x4 leading = beta.high * high;
  const f32x4 trailing = beta.high * low + beta.low * a;
  const f32x4 argument = leading + trailing;
  // As inverse_scaled_exponential, with more digits of the argument.
  const f32x4 biased = argument * -log2_e + round_to_exponent;
  const f32x4 n = biased - round_to_exponent;
  const f32x4 r = leading + n * ln_2_high + (n * ln_2_low + trailing);
  const f32x4 head = 1.0f + r;
  const f32x4 tail = r - (head - 1.0f) + expm1_curvature(r);
  const f32x4 scale = from_bits(bits(biased) << 23);
  return {argument, leading - argument + trailing, scale, head + (tail + scale)};
}

/// max(x, 0) - |x| sigmoid(-t); the product with the scale is exact.
LAB_INLINE f32x4 swish(f32x4 x, Steepness beta) {
  const f32x4 a = abs(x);
  const LowerGate gate = lower_gate(a, beta);
  return max(x, 0.0f) - a * gate.scale / gate.denominator;
}

/// With s = sigmoid(-t): s (1 - t + t s) for negative x, and 1 minus that for positive x. What 1 - t loses by
/// rounding is put back; the product with the scale is exact.
LAB_INLINE f32x4 swish_derivative(f32x4 x, Steepness beta) {
  const auto [t, rest, scale, denominator] = lower_gate(abs(x), beta);
  const f32x4 lower = scale / denominator;
  const f32x4 complement = 1.0f - t;
  const f32x4 excess = complement - 1.0f + t + rest;
  const f32x4 left = scale * (complement + (t * lower - excess)) / denominator;
  return select(x < 0.0f, left, 1.0f - left);
}

}  // namespace lab::float32
