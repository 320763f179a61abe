#pragma once

#include <concepts>
#include <cstdint>

#include "core/bit_cast.h"

namespace lab {

/// FNV-1a, 64 bits wide (Fowler, Noll, Vo), over the little-endian bytes of floating-point numbers.
/// Every NaN counts as the same one: its sign and payload are the processor's choice.
class Hash {
 public:
  constexpr void add(float number) { add_bits<std::uint32_t>(number, 0x7fc00000); }
  constexpr void add(double number) { add_bits<std::uint64_t>(number, 0x7ff8000000000000); }

  [[nodiscard]] constexpr std::uint64_t value() const { return state_; }

 private:
  template <std::unsigned_integral Bits, std::floating_point Number>
  constexpr void add_bits(Number number, Bits canonical_nan) {
    const Bits bits = number == number ? bit_cast<Bits>(number) : canonical_nan;
    for (unsigned shift = 0; shift < sizeof(Bits) * 8; shift += 8) {
      state_ ^= (bits >> shift) & 0xff;
      state_ *= 0x100000001b3;
    }
  }

  std::uint64_t state_ = 0xcbf29ce484222325;
};

}  // namespace lab
