#include "math/normal_quantile.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace lab::testing {
namespace {

struct Known {
  double probability;
  double quantile;
};

}  // namespace

TEST_CASE("quantiles of the standard normal distribution") {
  // By root finding on erfc with 40 digits (mpmath), for the double nearest to each probability.
  constexpr Known known[] = {
      {1e-300, -37.047096299361199237},      {1e-50, -14.933337534788488981},
      {1e-10, -6.3613409024040561991},       {0.001, -3.0902323061678135354},
      {0.025, -1.9599639845400542118},       {0.0749, -1.4402382675279636631},
      {0.0751, -1.4388253927525399824},      {0.1, -1.2815515655446004353},
      {0.25, -0.6744897501960817432},        {0.4, -0.25334710313579974132},
      {0.6, 0.25334710313579974132},         {0.975, 1.9599639845400538556},
      {0.9999999999, 6.3613408896974218642},
  };
  for (const Known& expected : known) {
    INFO("probability ", expected.probability);
    CHECK(std::fabs(normal_quantile(expected.probability) / expected.quantile - 1) < 1e-15);
  }
  CHECK(normal_quantile(0.5) == 0);
}

TEST_CASE("quantiles increase") {
  double previous = normal_quantile(0x1p-40);
  for (double p = 0x1p-10; p < 1; p += 0x1p-10) {
    CHECK(normal_quantile(p) > previous);
    previous = normal_quantile(p);
  }
}

TEST_CASE("quantiles at the edges") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK(normal_quantile(0) == -infinity);
  CHECK(normal_quantile(1) == infinity);
  CHECK(std::isnan(normal_quantile(-0.1)));
  CHECK(std::isnan(normal_quantile(1.1)));
  CHECK(std::isnan(normal_quantile(std::numeric_limits<double>::quiet_NaN())));
}

}  // namespace lab::testing
