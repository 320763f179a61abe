#pragma once

#include "simd/f64x2.h"

// Elementary functions in double precision with relative errors below 2^-33.5: rounded to float afterwards
// they are within 0.502 ULP. NaN gives NaN everywhere.
//
// They are calls, not inlined: sixty activations share them, and a learner waits for every kilobyte. Being
// pure, two calls with the same argument become one.
namespace lab {

LAB_INLINE f64x2 clamp(f64x2 x, double lower, double upper) {
  return min(max(x, lower), upper);
}

/// e^x; saturates at e^-700 and e^700, far outside of the range of float.
LAB_PURE f64x2 exp(f64x2 x);

/// e^x - 1 without cancellation near 0; keeps the sign of zero.
LAB_PURE f64x2 expm1(f64x2 x);

/// log(1 + x); -infinity at -1, NaN below.
LAB_PURE f64x2 log1p(f64x2 x);

/// Odd, and exactly +-1 in float from |x| = 9.02.
LAB_PURE f64x2 tanh(f64x2 x);

/// 1 / (1 + e^-x), accurate in both tails.
LAB_PURE f64x2 sigmoid(f64x2 x);

/// log(1 + e^x), accurate in both tails; x itself where the difference vanishes.
LAB_PURE f64x2 softplus(f64x2 x);

/// Odd, and exactly +-1 in float from |x| = 3.92.
LAB_PURE f64x2 erf(f64x2 x);

/// Cumulative distribution of the standard normal distribution, accurate in both tails.
LAB_PURE f64x2 normal_cdf(f64x2 x);

/// Density of the standard normal distribution.
LAB_PURE f64x2 normal_pdf(f64x2 x);

/// Angles in radians of any size up to 2^190; NaN for infinities.
LAB_PURE f64x2 sin(f64x2 x);

/// Angles in radians of any size up to 2^190; NaN for infinities.
LAB_PURE f64x2 cos(f64x2 x);

/// In (-pi/2, pi/2); odd.
LAB_PURE f64x2 atan(f64x2 x);

}  // namespace lab
