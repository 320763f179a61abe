#include "math/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>

namespace lab::testing {

TEST_CASE("log is right to the last digits") {
  double worst = 0;
  for (double x = 1e-320; x < 1e308; x *= 1.0137)
    worst = std::max(worst, std::fabs(log(x) / std::log(x) - 1));
  for (double x = 0.5; x < 2; x += 0x1p-12) {
    if (x != 1) worst = std::max(worst, std::fabs(log(x) / std::log(x) - 1));
  }
  for (const double x : {1 + 0x1p-52, 1 - 0x1p-53, 1 + 0x1p-30, std::numeric_limits<double>::max(),
                         std::numeric_limits<double>::denorm_min()})
    worst = std::max(worst, std::fabs(log(x) / std::log(x) - 1));
  CHECK(worst < 0x1p-50);
}

TEST_CASE("log at the edges of its domain") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK(log(1) == 0);
  CHECK(log(0) == -infinity);
  CHECK(log(-0.0) == -infinity);
  CHECK(log(infinity) == infinity);
  CHECK(std::isnan(log(-1)));
  CHECK(std::isnan(log(std::numeric_limits<double>::quiet_NaN())));
}

}  // namespace lab::testing
