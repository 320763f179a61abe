#pragma once

#include <cstddef>

#include "simd/f32x4.h"

/// For loops that take a few turns: what unrolling them needs in advance would cost more than it saves.
#define LAB_ROLLED _Pragma("GCC unroll 1")

namespace lab {

/// The next multiple of four.
constexpr std::size_t round_up_to_lanes(std::size_t count) {
  return (count + 3) & ~std::size_t{3};
}

/// Of the four lanes from `first` on, those whose index is below `count`.
LAB_INLINE mask32x4 lanes_below(std::size_t count, std::size_t first) {
  const i32x4::Native index = {0, 1, 2, 3};
  const auto left = static_cast<std::int32_t>(count) - static_cast<std::int32_t>(first);
  return {index < (i32x4::Native{} + left)};
}

/// The sum of the lanes, as (0 + 2) + (1 + 3).
LAB_INLINE float horizontal_sum(f32x4 a) {
  return (a.lanes[0] + a.lanes[2]) + (a.lanes[1] + a.lanes[3]);
}

/// The four horizontal sums of four vectors, each as `horizontal_sum` has it.
LAB_INLINE f32x4 horizontal_sums(f32x4 a, f32x4 b, f32x4 c, f32x4 d) {
  const f32x4 ab = f32x4(__builtin_shufflevector(a.lanes, b.lanes, 0, 4, 1, 5)) +
                   f32x4(__builtin_shufflevector(a.lanes, b.lanes, 2, 6, 3, 7));
  const f32x4 cd = f32x4(__builtin_shufflevector(c.lanes, d.lanes, 0, 4, 1, 5)) +
                   f32x4(__builtin_shufflevector(c.lanes, d.lanes, 2, 6, 3, 7));
  return f32x4(__builtin_shufflevector(ab.lanes, cd.lanes, 0, 1, 4, 5)) +
         f32x4(__builtin_shufflevector(ab.lanes, cd.lanes, 2, 3, 6, 7));
}

}  // namespace lab
