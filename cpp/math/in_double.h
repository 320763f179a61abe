#pragma once

#include <array>

#include "simd/f64x2.h"

namespace lab {

/// Four singles through a formula in double precision that is so short that it belongs into the loop.
template <std::size_t N>
LAB_INLINE f32x4 in_double(f64x2 (*formula)(f64x2, const std::array<f64x2, N>&), f32x4 x,
                           const std::array<f32x4, N>& parameters) {
  std::array<f64x2, N> doubles;
  for (std::size_t i = 0; i < N; ++i) doubles[i] = promote_low(parameters[i]);
  return demote(formula(promote_low(x), doubles), formula(promote_high(x), doubles));
}

}  // namespace lab
