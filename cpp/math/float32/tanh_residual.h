#pragma once

#include "math/float32/logistic.h"
#include "simd/f64x2.h"

// x - tanh(x) and its derivative tanh(x)^2 in single precision. NaN gives NaN.
namespace lab::float32 {

namespace coefficients {

/// a - tanh(a) = a^3 P(a^2) for 0 <= a <= 1, relative error 2^-31.
inline constexpr double tanh_residual[] = {
    0x1.55555552c3d3p-2,   -0x1.11110dce4f0b6p-3, 0x1.ba1a415728501p-5,
    -0x1.6632513c5b798p-6, 0x1.21382fd881054p-7,  -0x1.c7ed3fd893f46p-9,
    0x1.45a463ac993c3p-10, -0x1.622330d259a9p-12, 0x1.96a8be29aab94p-15};

}  // namespace coefficients

/// For 0 <= a <= 1. In double precision: the product of so many factors would be rounded too often.
LAB_INLINE f32x4 small_tanh_residual(f32x4 a) {
  const auto residual = [](f64x2 x) {
    const f64x2 z = x * x;
    return x * z * polynomial(z, coefficients::tanh_residual);
  };
  return demote(residual(promote_low(a)), residual(promote_high(a)));
}

/// sigmoid(-2a); what is left out beyond 20 is less than an ULP of 1e-17.
LAB_INLINE f32x4 lower_logistic_of_double(f32x4 a) {
  const auto [scale, denominator] = lower_logistic(min(a, 20.0f) * 2.0f);
  return scale / denominator;
}

/// For a >= 1 as (a - 1) + 2 sigmoid(-2a), where nothing cancels.
LAB_INLINE f32x4 tanh_residual(f32x4 x) {
  const f32x4 a = abs(x);
  const f32x4 large = a - 1.0f + lower_logistic_of_double(a) * 2.0f;
  return copysign(select(a < 1.0f, small_tanh_residual(a), large), x);
}

/// For a < 1 the square of a - (a - tanh(a)), with what the difference loses by rounding put back; for a >= 1
/// as 1 - 4 s (1 - s) with s = sigmoid(-2a).
LAB_INLINE f32x4 tanh_squared(f32x4 x) {
  const f32x4 a = abs(x);
  const f32x4 residual = small_tanh_residual(a);
  const f32x4 t = a - residual;
  const f32x4 lost = a - t - residual;
  const f32x4 s = lower_logistic_of_double(a);
  return select(a < 1.0f, t * t + t * lost * 2.0f, 1.0f - (s - s * s) * 4.0f);
}

}  // namespace lab::float32
