#pragma once

#include "simd/environment.h"

namespace lab {

/// 1 / cosh^2, the derivative of tanh, without the cancellation of 1 - tanh^2.
template <class T>
LAB_INLINE T sech_squared(T x) {
  const T e = exp(abs(x) * T(-2.0));
  const T denominator = e + T(1.0);
  return T(4.0) * e / (denominator * denominator);
}

}  // namespace lab
