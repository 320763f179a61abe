#pragma once

#include <cstddef>

#include "simd/environment.h"

namespace lab {

/// c[0] + c[1] x + ... + c[N-1] x^(N-1) by Horner's rule, from the highest power down.
template <class T, class Coefficient, std::size_t N>
LAB_INLINE T polynomial(T x, const Coefficient (&c)[N]) {
  T result(c[N - 1]);
  for (std::size_t i = N - 1; i-- > 0;) result = result * x + T(c[i]);
  return result;
}

}  // namespace lab
