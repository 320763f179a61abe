#include "math/trigonometric_reduction.h"

#include "core/bit_cast.h"

namespace lab::detail {

namespace {

__extension__ using uint128 = unsigned __int128;

/// 2/pi as a binary fraction, most significant word first.
constexpr std::uint64_t two_over_pi[] = {0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041,
                                         0xfe5163abdebbc561, 0xb7246e3a424dd2e0, 0x06492eea09d1921c,
                                         0xfe1deb1cb129a73e, 0xe88235f52ebb4484};

/// 64 bits of 2/pi from the given bit on; bits before the binary point are zero.
std::uint64_t two_over_pi_bits(int first_bit) {
  const auto word = [](int index) { return index < 0 ? 0 : two_over_pi[index]; };
  const int index = first_bit >> 6;
  const int shift = first_bit & 63;
  return shift == 0 ? word(index) : (word(index) << shift) | (word(index + 1) >> (64 - shift));
}

}  // namespace

ScalarQuadrant reduce_large_angle(double x) {
  const auto pattern = bit_cast<std::uint64_t>(x);
  const int exponent = static_cast<int>((pattern >> 52) & 0x7ff) - 1075;
  const std::uint64_t mantissa = (pattern & 0x000fffffffffffff) | 0x0010000000000000;
  // Bits of 2/pi whose product with x is a multiple of 4 cannot change the angle: start behind them.
  const int first_bit = exponent - 2;
  const std::uint64_t high = two_over_pi_bits(first_bit);
  const std::uint64_t middle = two_over_pi_bits(first_bit + 64);
  const std::uint64_t low = two_over_pi_bits(first_bit + 128);
  // x * 2/pi mod 4 as 2 integer bits and 126 fraction bits.
  const uint128 product = (static_cast<uint128>(mantissa * high) << 64) +
                          static_cast<uint128>(mantissa) * middle +
                          ((static_cast<uint128>(mantissa) * low) >> 64);
  const auto quarter = static_cast<std::uint64_t>((product + (static_cast<uint128>(1) << 125)) >> 126);
  const auto fraction = static_cast<__int128_t>(product << 2);  // in units of 2^-128 quarter turns, signed
  const bool negative_fraction = fraction < 0;
  uint128 magnitude = negative_fraction ? -static_cast<uint128>(fraction) : static_cast<uint128>(fraction);
  // Leading bits first: close to a multiple of pi/2 many of them are zero.
  int scale = -64;
  while (magnitude != 0 && (magnitude >> 127) == 0) {
    magnitude <<= 1;
    --scale;
  }
  const double leading = static_cast<double>(static_cast<std::uint64_t>(magnitude >> 64));
  const double unit = bit_cast<double>(static_cast<std::uint64_t>(scale + 1023) << 52);
  const double angle = leading * unit * 0x1.921fb54442d18p+0;
  const bool negate = negative_fraction != (x < 0);
  const auto index = static_cast<std::int64_t>(quarter & 3);
  return {negate ? -angle : angle, x < 0 ? -index : index};
}

Quadrant reduce_large_lanes(f64x2 x, Quadrant small) {
  for (int lane = 0; lane < 2; ++lane) {
    const double value = x.lanes[lane];
    const double magnitude = value < 0 ? -value : value;
    if (!(magnitude > largest_short_reduction)) continue;
    if (magnitude < 0x1p190) {
      const ScalarQuadrant reduced = reduce_large_angle(value);
      small.angle.lanes[lane] = reduced.angle;
      small.index.lanes[lane] = reduced.index;
    } else {
      small.angle.lanes[lane] = value - value;
    }
  }
  return small;
}

}  // namespace lab::detail
