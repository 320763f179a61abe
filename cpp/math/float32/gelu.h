#pragma once

#include "math/float32/exponential.h"

// GELU and its derivative in single precision for |x| <= 12.5: beyond, Phi(-|x|) is subnormal. NaN gives NaN.
namespace lab::float32 {

inline constexpr float gelu_limit = 12.5f;

/// e^-(high + low), scaled by 2^exponent_offset; high has few bits, so that nothing of it is lost.
LAB_INLINE Exponential exponential_of_negative_sum(f32x4 high, f32x4 low, float exponent_offset) {
  const float rounding = round_to_exponent + exponent_offset;
  const f32x4 biased = (high + low) * -log2_e + rounding;
  const f32x4 n = biased - rounding;
  const f32x4 r = -high - n * ln_2_high - low - n * ln_2_low;
  return {from_bits(bits(biased) << 23), r + expm1_curvature(r)};
}

/// a = high + low, high with the first 11 bits.
struct SplitMagnitude {
  f32x4 high;
  f32x4 low;
};

LAB_INLINE SplitMagnitude split_magnitude(f32x4 a) {
  const f32x4 high = from_bits(bits(a) & i32x4::broadcast(-0x2000));
  return {high, a - high};
}

/// Phi(-a) = e^-h(a) / 2 with h(a) = a^2 / 2 + a / 2 + a N(a) / D(a). The error of h is the relative error of
/// Phi, so what is large in h is kept exact, and what has to be approximated is small, up to a = 5 below 0.7.
LAB_INLINE Exponential normal_tail(f32x4 a) {
  const auto [high, low] = split_magnitude(a);
  const f32x4 approximated = a * polynomial(a, coefficients::normal_tail_exponent_numerator) /
                             polynomial(a, coefficients::normal_tail_exponent_denominator);
  return exponential_of_negative_sum(high * (high * 0.5f + 0.5f),
                                     low * ((a + high) * 0.5f + 0.5f) + approximated, -1.0f);
}

/// x Phi(x) = max(x, 0) - a Phi(-a) with a = |x|.
LAB_INLINE f32x4 gelu(f32x4 x) {
  const f32x4 a = abs(x);
  const auto [scale, fraction] = normal_tail(a);
  return max(x, 0.0f) - (a * fraction + a) * scale;
}

/// Phi(-a) - a phi(a) for negative x, and 1 minus that for positive x. The terms cancel near x = -0.75: their
/// leading parts are subtracted first. The factor 1 / sqrt(2 pi) of phi is e^-(0.9140625 + 0.0048760332...).
LAB_INLINE f32x4 gelu_derivative(f32x4 x) {
  const f32x4 a = abs(x);
  const auto [high, low] = split_magnitude(a);
  const Exponential tail = normal_tail(a);
  const Exponential density = exponential_of_negative_sum(high * high * 0.5f + 0.9140625f,
                                                          low * ((a + high) * 0.5f) + 0x1.3f8e44p-8f, 0.0f);
  const f32x4 slope_scale = density.scale * a;
  const f32x4 left =
      (tail.scale - slope_scale) + (tail.scale * tail.fraction - slope_scale * density.fraction);
  return select(x < 0.0f, left, 1.0f - left);
}

}  // namespace lab::float32
