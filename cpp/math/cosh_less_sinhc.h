#pragma once

#include "math/polynomial.h"

namespace lab {

/// (cosh r - sinh r / r) / r^2 as a function of z = r^2; for z = -x^2 this is (sin x / x - cos x) / x^2.
///
/// Power series with the coefficients 2k / (2k + 1)!; relative error below 2^-42 for |z| <= 1.
template <class T>
LAB_INLINE T cosh_less_sinhc(T z) {
  constexpr double c[] = {1.0 / 3,       1.0 / 30,        1.0 / 840,        1.0 / 45360,
                          1.0 / 3991680, 1.0 / 518918400, 1.0 / 93405312000};
  return polynomial(z, c);
}

}  // namespace lab
