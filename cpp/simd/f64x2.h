#pragma once

#include "simd/f32x4.h"

namespace lab {

/// Two 64-bit integers; arithmetic wraps.
struct i64x2 {
  using Native [[gnu::vector_size(16)]] = std::int64_t;
  Native lanes;

  LAB_INLINE friend i64x2 operator+(i64x2 a, i64x2 b) { return {a.lanes + b.lanes}; }
  LAB_INLINE friend i64x2 operator-(i64x2 a, i64x2 b) { return {a.lanes - b.lanes}; }
  LAB_INLINE friend i64x2 operator&(i64x2 a, i64x2 b) { return {a.lanes & b.lanes}; }
  LAB_INLINE friend i64x2 operator|(i64x2 a, i64x2 b) { return {a.lanes | b.lanes}; }
  LAB_INLINE friend i64x2 operator^(i64x2 a, i64x2 b) { return {a.lanes ^ b.lanes}; }
  LAB_INLINE friend i64x2 operator~(i64x2 a) { return {~a.lanes}; }
  LAB_INLINE friend i64x2 operator<<(i64x2 a, int count) { return {a.lanes << count}; }

  LAB_INLINE static i64x2 broadcast(std::int64_t value) { return {Native{} + value}; }
};

/// Shifts in zeros from the left.
LAB_INLINE i64x2 logical_shift_right(i64x2 a, int count) {
  using Unsigned [[gnu::vector_size(16)]] = std::uint64_t;
  return {(i64x2::Native)((Unsigned)a.lanes >> static_cast<std::uint64_t>(count))};
}

/// A truth value for each of two lanes: all bits set, or none.
struct mask64x2 {
  i64x2::Native lanes;

  LAB_INLINE friend mask64x2 operator&(mask64x2 a, mask64x2 b) { return {a.lanes & b.lanes}; }
  LAB_INLINE friend mask64x2 operator|(mask64x2 a, mask64x2 b) { return {a.lanes | b.lanes}; }
  LAB_INLINE friend mask64x2 operator!(mask64x2 a) { return {~a.lanes}; }
};

/// Two IEEE 754 double-precision numbers, with the meaning of f32x4's operations.
struct f64x2 {
  using Native [[gnu::vector_size(16)]] = double;
  using Mask = mask64x2;
  static constexpr std::size_t width = 2;

  Native lanes;

  f64x2() = default;
  LAB_INLINE f64x2(Native native) : lanes(native) {}
  /// The same number in every lane.
  LAB_INLINE f64x2(double value) : lanes{value, value} {}

  LAB_INLINE friend f64x2 operator+(f64x2 a, f64x2 b) { return a.lanes + b.lanes; }
  LAB_INLINE friend f64x2 operator-(f64x2 a, f64x2 b) { return a.lanes - b.lanes; }
  LAB_INLINE friend f64x2 operator*(f64x2 a, f64x2 b) { return a.lanes * b.lanes; }
  LAB_INLINE friend f64x2 operator/(f64x2 a, f64x2 b) { return a.lanes / b.lanes; }
  LAB_INLINE friend f64x2 operator-(f64x2 a) { return -a.lanes; }

  LAB_INLINE friend Mask operator<(f64x2 a, f64x2 b) { return {a.lanes < b.lanes}; }
  LAB_INLINE friend Mask operator<=(f64x2 a, f64x2 b) { return {a.lanes <= b.lanes}; }
  LAB_INLINE friend Mask operator>(f64x2 a, f64x2 b) { return {a.lanes > b.lanes}; }
  LAB_INLINE friend Mask operator>=(f64x2 a, f64x2 b) { return {a.lanes >= b.lanes}; }
  LAB_INLINE friend Mask operator==(f64x2 a, f64x2 b) { return {a.lanes == b.lanes}; }
};

/// The first two lanes, exactly.
LAB_INLINE f64x2 promote_low(f32x4 a) {
#if defined(__wasm_simd128__)
  return (f64x2::Native)wasm_f64x2_promote_low_f32x4((v128_t)a.lanes);
#else
  return f64x2::Native{a.lanes[0], a.lanes[1]};
#endif
}

/// The last two lanes, exactly.
LAB_INLINE f64x2 promote_high(f32x4 a) {
#if defined(__wasm_simd128__)
  const v128_t high = wasm_i64x2_shuffle((v128_t)a.lanes, (v128_t)a.lanes, 1, 1);
  return (f64x2::Native)wasm_f64x2_promote_low_f32x4(high);
#else
  return f64x2::Native{a.lanes[2], a.lanes[3]};
#endif
}

/// Four numbers from two pairs, each rounded to nearest; what is too large becomes infinite.
LAB_INLINE f32x4 demote(f64x2 low, f64x2 high) {
#if defined(__wasm_simd128__)
  const v128_t a = wasm_f32x4_demote_f64x2_zero((v128_t)low.lanes);
  const v128_t b = wasm_f32x4_demote_f64x2_zero((v128_t)high.lanes);
  return (f32x4::Native)wasm_i64x2_shuffle(a, b, 0, 2);
#else
  return f32x4::Native{static_cast<float>(low.lanes[0]), static_cast<float>(low.lanes[1]),
                       static_cast<float>(high.lanes[0]), static_cast<float>(high.lanes[1])};
#endif
}

LAB_INLINE i64x2 bits(f64x2 value) {
  return {(i64x2::Native)value.lanes};
}
LAB_INLINE f64x2 from_bits(i64x2 value) {
  return {(f64x2::Native)value.lanes};
}

/// a where the mask is set, b elsewhere.
LAB_INLINE f64x2 select(mask64x2 mask, f64x2 a, f64x2 b) {
#if defined(__wasm_simd128__)
  return (f64x2::Native)wasm_v128_bitselect((v128_t)a.lanes, (v128_t)b.lanes, (v128_t)mask.lanes);
#else
  return (f64x2::Native)((mask.lanes & (i64x2::Native)a.lanes) | (~mask.lanes & (i64x2::Native)b.lanes));
#endif
}

/// b < a ? b : a. A NaN in a is kept, a NaN in b is dropped.
LAB_INLINE f64x2 min(f64x2 a, f64x2 b) {
#if defined(__wasm_simd128__)
  return (f64x2::Native)wasm_f64x2_pmin((v128_t)a.lanes, (v128_t)b.lanes);
#else
  return select(b < a, b, a);
#endif
}

/// a < b ? b : a. A NaN in a is kept, a NaN in b is dropped.
LAB_INLINE f64x2 max(f64x2 a, f64x2 b) {
#if defined(__wasm_simd128__)
  return (f64x2::Native)wasm_f64x2_pmax((v128_t)a.lanes, (v128_t)b.lanes);
#else
  return select(a < b, b, a);
#endif
}

LAB_INLINE f64x2 abs(f64x2 a) {
  return from_bits(bits(a) & i64x2::broadcast(INT64_MAX));
}

/// The magnitude of the first argument with the sign of the second.
LAB_INLINE f64x2 copysign(f64x2 magnitude, f64x2 sign) {
  const i64x2 sign_bit = i64x2::broadcast(INT64_MIN);
  return from_bits((bits(magnitude) & ~sign_bit) | (bits(sign) & sign_bit));
}

LAB_INLINE f64x2 sqrt(f64x2 a) {
#if defined(__wasm_simd128__)
  return (f64x2::Native)wasm_f64x2_sqrt((v128_t)a.lanes);
#else
  return f64x2::Native{__builtin_sqrt(a.lanes[0]), __builtin_sqrt(a.lanes[1])};
#endif
}

LAB_INLINE bool any(mask64x2 mask) {
#if defined(__wasm_simd128__)
  return wasm_v128_any_true((v128_t)mask.lanes);
#else
  return (mask.lanes[0] | mask.lanes[1]) != 0;
#endif
}

}  // namespace lab
