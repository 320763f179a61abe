#pragma once

#include "math/polynomial.h"
#include "simd/f64x2.h"

namespace lab::detail {

/// x = index * pi/2 + angle, |angle| <= pi/4; only the low two bits of the index matter.
struct Quadrant {
  f64x2 angle;
  i64x2 index;
};

/// The same for one finite number with 2^20 <= |x| < 2^190, by Payne and Hanek's method.
struct ScalarQuadrant {
  double angle;
  std::int64_t index;
};
ScalarQuadrant reduce_large_angle(double x);

/// Payne and Hanek for the lanes that are too large for the short reduction.
Quadrant reduce_large_lanes(f64x2 x, Quadrant small);

inline constexpr double largest_short_reduction = 0x1p20;

LAB_INLINE Quadrant reduce_angle(f64x2 x) {
  // pi/2 in three parts; the first two have 33 bits, so that their products with a 20-bit index are exact.
  constexpr double part_1 = 0x1.921fb544p+0, part_2 = 0x1.0b4611a6p-34, part_3 = 0x1.3198a2e037073p-69;
  constexpr double two_over_pi = 0x1.45f306dc9c883p-1;
  constexpr double round_to_integer = 0x1.8p52;
  const f64x2 rounded = x * two_over_pi + round_to_integer;
  const f64x2 n = rounded - round_to_integer;
  const Quadrant small{((x - n * part_1) - n * part_2) - n * part_3, bits(rounded)};
  if (any(abs(x) > largest_short_reduction)) [[unlikely]]
    return reduce_large_lanes(x, small);
  return small;
}

/// Taylor polynomial; relative error below 2^-44 for |r| <= pi/4.
LAB_INLINE f64x2 sin_reduced(f64x2 r) {
  constexpr double c[] = {-1.0 / 6, 1.0 / 120, -1.0 / 5040, 1.0 / 362880, -1.0 / 39916800, 1.0 / 6227020800};
  const f64x2 z = r * r;
  return r + r * z * polynomial(z, c);
}

/// Taylor polynomial; relative error below 2^-46 for |r| <= pi/4.
LAB_INLINE f64x2 cos_reduced(f64x2 r) {
  constexpr double c[] = {1.0,         -1.0 / 2,       1.0 / 24,        -1.0 / 720,
                          1.0 / 40320, -1.0 / 3628800, 1.0 / 479001600, -1.0 / 87178291200};
  return polynomial(r * r, c);
}

LAB_INLINE mask64x2 is_odd(i64x2 index) {
  return {(index & i64x2::broadcast(1)).lanes == i64x2::broadcast(1).lanes};
}

/// The sign bit where bit 1 of the index is set.
LAB_INLINE i64x2 sign_if_bit_1(i64x2 index) {
  return (index << 62) & i64x2::broadcast(INT64_MIN);
}

}  // namespace lab::detail
