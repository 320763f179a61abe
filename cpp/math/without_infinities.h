#pragma once

#include "simd/environment.h"

namespace lab {

/// Puts finite stand-ins in the place of infinities, so that formulas reach their limits instead of inf -
/// inf, inf / inf or 0 * inf. Finite floats pass unchanged; +-1e50 has finite powers up to the sixth and
/// becomes infinite again in float.
template <class T>
LAB_INLINE T without_infinities(T x) {
  return clamp(x, -1e50, 1e50);
}

}  // namespace lab
