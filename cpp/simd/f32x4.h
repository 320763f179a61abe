#pragma once

#include <cstddef>
#include <cstdint>

#include "simd/environment.h"

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace lab {

/// Four 32-bit integers; arithmetic wraps, shifts to the right keep the sign.
struct i32x4 {
  using Native [[gnu::vector_size(16)]] = std::int32_t;
  Native lanes;

  LAB_INLINE friend i32x4 operator+(i32x4 a, i32x4 b) { return {a.lanes + b.lanes}; }
  LAB_INLINE friend i32x4 operator-(i32x4 a, i32x4 b) { return {a.lanes - b.lanes}; }
  LAB_INLINE friend i32x4 operator&(i32x4 a, i32x4 b) { return {a.lanes & b.lanes}; }
  LAB_INLINE friend i32x4 operator|(i32x4 a, i32x4 b) { return {a.lanes | b.lanes}; }
  LAB_INLINE friend i32x4 operator^(i32x4 a, i32x4 b) { return {a.lanes ^ b.lanes}; }
  LAB_INLINE friend i32x4 operator~(i32x4 a) { return {~a.lanes}; }
  LAB_INLINE friend i32x4 operator<<(i32x4 a, int count) { return {a.lanes << count}; }
  LAB_INLINE friend i32x4 operator>>(i32x4 a, int count) { return {a.lanes >> count}; }

  LAB_INLINE static i32x4 broadcast(std::int32_t value) { return {Native{} + value}; }
};

/// A truth value for each of four lanes: all bits set, or none.
struct mask32x4 {
  i32x4::Native lanes;

  LAB_INLINE friend mask32x4 operator&(mask32x4 a, mask32x4 b) { return {a.lanes & b.lanes}; }
  LAB_INLINE friend mask32x4 operator|(mask32x4 a, mask32x4 b) { return {a.lanes | b.lanes}; }
  LAB_INLINE friend mask32x4 operator!(mask32x4 a) { return {~a.lanes}; }
};

/// Four IEEE 754 single-precision numbers. Each operation means the same, bit for bit, on every target:
/// rounded to nearest, never fused, subnormal numbers kept.
struct f32x4 {
  using Native [[gnu::vector_size(16)]] = float;
  using Mask = mask32x4;
  static constexpr std::size_t width = 4;

  Native lanes;

  f32x4() = default;
  LAB_INLINE f32x4(Native native) : lanes(native) {}
  /// The same number in every lane.
  LAB_INLINE f32x4(float value) : lanes{value, value, value, value} {}
  LAB_INLINE explicit f32x4(double value) : f32x4(static_cast<float>(value)) {}

  LAB_INLINE friend f32x4 operator+(f32x4 a, f32x4 b) { return a.lanes + b.lanes; }
  LAB_INLINE friend f32x4 operator-(f32x4 a, f32x4 b) { return a.lanes - b.lanes; }
  LAB_INLINE friend f32x4 operator*(f32x4 a, f32x4 b) { return a.lanes * b.lanes; }
  LAB_INLINE friend f32x4 operator/(f32x4 a, f32x4 b) { return a.lanes / b.lanes; }
  LAB_INLINE friend f32x4 operator-(f32x4 a) { return -a.lanes; }

  LAB_INLINE friend Mask operator<(f32x4 a, f32x4 b) { return {a.lanes < b.lanes}; }
  LAB_INLINE friend Mask operator<=(f32x4 a, f32x4 b) { return {a.lanes <= b.lanes}; }
  LAB_INLINE friend Mask operator>(f32x4 a, f32x4 b) { return {a.lanes > b.lanes}; }
  LAB_INLINE friend Mask operator>=(f32x4 a, f32x4 b) { return {a.lanes >= b.lanes}; }
  LAB_INLINE friend Mask operator==(f32x4 a, f32x4 b) { return {a.lanes == b.lanes}; }
};

LAB_INLINE f32x4 load(const float* source) {
  f32x4 result;
  __builtin_memcpy(&result, source, sizeof result);
  return result;
}

LAB_INLINE void store(float* target, f32x4 value) {
  __builtin_memcpy(target, &value, sizeof value);
}

LAB_INLINE i32x4 bits(f32x4 value) {
  return {(i32x4::Native)value.lanes};
}
LAB_INLINE f32x4 from_bits(i32x4 value) {
  return {(f32x4::Native)value.lanes};
}

/// a where the mask is set, b elsewhere; NaN payloads and the sign of zero pass through.
LAB_INLINE f32x4 select(mask32x4 mask, f32x4 a, f32x4 b) {
#if defined(__wasm_simd128__)
  return (f32x4::Native)wasm_v128_bitselect((v128_t)a.lanes, (v128_t)b.lanes, (v128_t)mask.lanes);
#else
  return (f32x4::Native)((mask.lanes & (i32x4::Native)a.lanes) | (~mask.lanes & (i32x4::Native)b.lanes));
#endif
}

/// a where the mask is set, +0 elsewhere.
LAB_INLINE f32x4 keep(mask32x4 mask, f32x4 a) {
#if defined(__wasm_simd128__)
  // Without this the compiler sees a choice between a and 0, for which WebAssembly needs three instructions.
  asm("" : "+r"(mask.lanes));
#endif
  return (f32x4::Native)(mask.lanes & (i32x4::Native)a.lanes);
}

/// b < a ? b : a. A NaN in a is kept, a NaN in b is dropped.
LAB_INLINE f32x4 min(f32x4 a, f32x4 b) {
#if defined(__wasm_simd128__)
  return (f32x4::Native)wasm_f32x4_pmin((v128_t)a.lanes, (v128_t)b.lanes);
#else
  return select(b < a, b, a);
#endif
}

/// a < b ? b : a. A NaN in a is kept, a NaN in b is dropped.
LAB_INLINE f32x4 max(f32x4 a, f32x4 b) {
#if defined(__wasm_simd128__)
  return (f32x4::Native)wasm_f32x4_pmax((v128_t)a.lanes, (v128_t)b.lanes);
#else
  return select(a < b, b, a);
#endif
}

LAB_INLINE f32x4 abs(f32x4 a) {
  return from_bits(bits(a) & i32x4::broadcast(0x7fffffff));
}

/// The magnitude of the first argument with the sign of the second.
LAB_INLINE f32x4 copysign(f32x4 magnitude, f32x4 sign) {
  const i32x4 sign_bit = i32x4::broadcast(INT32_MIN);
  return from_bits((bits(magnitude) & ~sign_bit) | (bits(sign) & sign_bit));
}

/// -a where the mask is set, a elsewhere.
LAB_INLINE f32x4 negate_where(mask32x4 mask, f32x4 a) {
  return from_bits(bits(a) ^ (i32x4{mask.lanes} & i32x4::broadcast(INT32_MIN)));
}

LAB_INLINE f32x4 sqrt(f32x4 a) {
#if defined(__wasm_simd128__)
  return (f32x4::Native)wasm_f32x4_sqrt((v128_t)a.lanes);
#else
  return f32x4::Native{__builtin_sqrtf(a.lanes[0]), __builtin_sqrtf(a.lanes[1]), __builtin_sqrtf(a.lanes[2]),
                       __builtin_sqrtf(a.lanes[3])};
#endif
}

LAB_INLINE bool any(mask32x4 mask) {
#if defined(__wasm_simd128__)
  return wasm_v128_any_true((v128_t)mask.lanes);
#else
  return (mask.lanes[0] | mask.lanes[1] | mask.lanes[2] | mask.lanes[3]) != 0;
#endif
}

}  // namespace lab
