#include "math/log.h"

#include <cstdint>
#include <limits>

#include "core/bit_cast.h"
#include "math/polynomial.h"

namespace lab {

namespace {

constexpr double ln_2 = 0x1.62e42fefa39efp-1;

/// artanh(s) / s in powers of s^2; the next term is below 2^-59 for s^2 <= 0.0295.
constexpr double artanh_series[] = {1.0,      1.0 / 3,  1.0 / 5,  1.0 / 7,  1.0 / 9, 1.0 / 11,
                                    1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21};

}  // namespace

double log(double x) {
  if (!(x > 0))
    return x == 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
  if (x == std::numeric_limits<double>::infinity()) return x;
  if (x < std::numeric_limits<double>::min()) return log(x * 0x1p54) - 54 * ln_2;

  // x = m 2^k with m in [1/sqrt 2, sqrt 2).
  constexpr std::uint64_t sqrt_half = 0x3fe6a09e667f3bcd;
  const auto bits = bit_cast<std::uint64_t>(x);
  const std::int64_t k = static_cast<std::int64_t>(bits - sqrt_half) >> 52;
  const double m = bit_cast<double>(bits - (static_cast<std::uint64_t>(k) << 52));
  const double s = (m - 1) / (m + 1);
  return static_cast<double>(k) * ln_2 + 2 * s * polynomial(s * s, artanh_series);
}

}  // namespace lab
