#pragma once

#include "math/float32/coefficients.h"
#include "math/polynomial.h"
#include "simd/f32x4.h"

// The exponential function in single precision, in unrounded pieces: what is made of it rounds only once
// more.
namespace lab::float32 {

inline constexpr float log2_e = 0x1.715476p+0f;
/// ln 2 in two parts; the first has 16 bits, so that its product with an exponent is exact.
inline constexpr float ln_2_high = 0x1.62e4p-1f;
inline constexpr float ln_2_low = 0x1.7f7d1cp-20f;
/// Adding 1.5 * 2^23 leaves a number, rounded to an integer, in the low bits of the mantissa; the exponent's
/// bias is added with it.
inline constexpr float round_to_exponent = 0x1.8p23f + 127.0f;

/// e^r - 1 = r + curvature, for |r| <= ln 2 / 2.
LAB_INLINE f32x4 expm1_curvature(f32x4 r) {
  return r * r * polynomial(r, coefficients::expm1);
}

/// e^x = scale * (1 + fraction), scale a power of two.
struct Exponential {
  f32x4 scale;
  f32x4 fraction;
};

/// For -87 <= x <= 88; fraction is within 1 ULP.
LAB_INLINE Exponential exponential(f32x4 x) {
  const f32x4 biased = x * log2_e + round_to_exponent;
  const f32x4 n = biased - round_to_exponent;
  const f32x4 r = x - n * ln_2_high - n * ln_2_low;
  return {from_bits(bits(biased) << 23), r + expm1_curvature(r)};
}

/// e^x = (head + tail) / scale, scale a power of two, |tail| far below head.
struct InverseScaledExponential {
  f32x4 scale;
  f32x4 head;
  f32x4 tail;
};

/// For -88 <= x <= 87. head + tail is within 0.15 ULP of head, which is 1 + r rounded.
LAB_INLINE InverseScaledExponential inverse_scaled_exponential(f32x4 x) {
  const f32x4 biased = x * -log2_e + round_to_exponent;
  const f32x4 n = biased - round_to_exponent;
  const f32x4 r = x + n * ln_2_high + n * ln_2_low;
  const f32x4 head = 1.0f + r;
  return {from_bits(bits(biased) << 23), head, r - (head - 1.0f) + expm1_curvature(r)};
}

}  // namespace lab::float32
