#pragma once

#include "math/coefficients_f64.h"
#include "math/polynomial.h"
#include "simd/f64x2.h"

// The exponential function in double precision, for kernels that cannot afford a call.
namespace lab::detail {

struct SplitExponent {
  f64x2 fraction;
  /// The integer part, shifted into the place of the exponent.
  i64x2 exponent_bits;
};

/// x / ln 2 = integer + fraction, |fraction| <= 1/2, for |x| <= 700.
LAB_INLINE SplitExponent split_exponent(f64x2 x) {
  constexpr double log2_e = 0x1.71547652b82fep+0;
  // Adding 1.5 * 2^52 leaves a number, rounded to an integer, in the low bits of the mantissa.
  constexpr double round_to_integer = 0x1.8p52;
  const f64x2 scaled = x * log2_e;
  const f64x2 rounded = scaled + round_to_integer;
  return {scaled - (rounded - round_to_integer), bits(rounded) << 52};
}

/// e^x for |x| <= 700, relative error 2^-34.3.
LAB_INLINE f64x2 exp_bounded(f64x2 x) {
  const auto [fraction, exponent_bits] = split_exponent(x);
  const f64x2 mantissa = fraction * polynomial(fraction, coefficients::exp2) + 1.0;
  return from_bits(bits(mantissa) + exponent_bits);
}

}  // namespace lab::detail
