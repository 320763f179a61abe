#pragma once

#include "math/float32/exponential.h"

// The error function in single precision. NaN gives NaN.
namespace lab::float32 {

namespace coefficients {

/// erf(x) = x + x P(x^2) for |x| <= 1, relative error 2^-29.4.
inline constexpr float erf[] = {0x1.06eba8p-3f, -0x1.81273ep-2f,  0x1.ce2ce6p-4f, -0x1.b7f71ap-6f,
                                0x1.53f224p-8f, -0x1.a3515ep-11f, 0x1.4771fcp-14f};

/// erf(x) = 1 - e^-P(x) for 1 <= x <= 3.95, relative error 2^-35.3 of erf.
inline constexpr float erfc_exponent[] = {-0x1.8b3eaep-13f, 0x1.212c2cp+0f,  0x1.4434f6p-1f,
                                          0x1.bc189ap-4f,   -0x1.9d0b54p-6f, 0x1.139864p-8f,
                                          -0x1.cee9d2p-12f, 0x1.6c062ap-16f};

}  // namespace coefficients

/// From 3.95 on, 1 is the nearest float.
LAB_INLINE f32x4 erf(f32x4 x) {
  const f32x4 a = abs(x);
  const f32x4 inner = x + x * polynomial(x * x, coefficients::erf);
  const f32x4 bounded = min(a, 3.95f);
  const auto [scale, fraction] = exponential(-polynomial(bounded, coefficients::erfc_exponent));
  const f32x4 outer = copysign(1.0f - (fraction * scale + scale), x);
  return select(a < 1.0f, inner, outer);
}

}  // namespace lab::float32
