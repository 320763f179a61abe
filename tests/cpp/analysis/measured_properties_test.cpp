#include "analysis/measured_properties.h"

#include <doctest/doctest.h>

#include <cmath>

#include "support/parameter_choices.h"

namespace lab::testing {
namespace {

MeasuredProperties measure(std::string_view key, const ParameterChoice& parameters) {
  return measure_properties(*find_activation(key), parameters.data());
}

MeasuredProperties measure(std::string_view key) {
  return measure(key, parameter_choices(find_activation(key)->info).front());
}

doctest::Approx near(double value) {
  return doctest::Approx(value).epsilon(2e-9);
}

struct KnownSlopes {
  const char* key;
  double largest, largest_at, smallest, smallest_at;
};

/// For `_at`: approached only, or attained on an interval.
constexpr double nowhere = infinity;

void check_extreme(const ExtremeSlope& found, double value, double at) {
  REQUIRE(found.value.has_value());
  CHECK(*found.value == near(value));
  REQUIRE(found.at.has_value() == (at != nowhere));
  if (found.at) CHECK(std::fabs(*found.at - at) < 1e-8);
}

struct KnownFixedPoints {
  const char* key;
  std::vector<FixedPoint> points;
};

}  // namespace

TEST_CASE("largest and smallest slopes") {
  // Found with 40 digits (mpmath) or in closed form, independently of the core.
  constexpr double pi = 3.14159265358979324;
  constexpr KnownSlopes known[] = {
      {"arctan", 1, 0, 0, nowhere},
      {"bent_identity", 1.5, nowhere, 0.5, nowhere},
      {"elu", 1, nowhere, 0, nowhere},
      {"gaussian", 0.857763884960706796, -0.707106781186547524, -0.857763884960706796, 0.707106781186547524},
      {"gelu", 1.12890414519, 1.41421356237, -0.128904145185, -1.41421356237},
      {"gelu_tanh", 1.12899306866, 1.41850400879, -0.128993068659, -1.41850400879},
      {"hardsigmoid", 1.0 / 6, nowhere, 0, nowhere},
      {"hardswish", 1.5, nowhere, -0.5, nowhere},
      {"hardtanh", 1, nowhere, 0, nowhere},
      {"identity", 1, nowhere, 1, nowhere},
      {"lisht", 1.19967864025773, 1.19967864025773, -1.19967864025773, -1.19967864025773},
      {"logsigmoid", 1, nowhere, 0, nowhere},
      {"mish", 1.08849816125, 1.49057117949, -0.112526122389, -2.25637639636},
      {"relu", 1, nowhere, 0, nowhere},
      {"selu", 1.75809934085, 0, 0, nowhere},
      {"sigmoid", 0.25, 0, 0, nowhere},
      {"silu", 1.09983932013, 2.39935728052, -0.0998393201289, -2.39935728052},
      {"sine", 1, 0, -1, pi},
      {"sinlu", 2.00797072252, 6.2789712985, -0.235864268483, -1.99549512064},
      {"snake", 2, pi / 4, 0, -pi / 4},
      {"softplus", 1, nowhere, 0, nowhere},
      {"softsign", 1, 0, 0, nowhere},
      {"squareplus", 1, nowhere, 0, nowhere},
      {"tanh", 1, 0, 0, nowhere},
      {"tanhexp", 1.06197530872, 0.696563960395, -0.13157003619, -2.06597189616},
      {"tanhshrink", 1, nowhere, 0, 0},
  };
  for (const KnownSlopes& slopes : known) {
    INFO(slopes.key);
    const MeasuredProperties measured = measure(slopes.key);
    check_extreme(measured.largest_derivative, slopes.largest, slopes.largest_at);
    check_extreme(measured.smallest_derivative, slopes.smallest, slopes.smallest_at);
    REQUIRE(measured.lipschitz.has_value());
    CHECK(*measured.lipschitz == near(std::max(slopes.largest, -slopes.smallest)));
  }
}

TEST_CASE("unbounded slopes have no value") {
  for (const char* key : {"exponential", "relu_squared"}) {
    INFO(key);
    const MeasuredProperties measured = measure(key);
    CHECK_FALSE(measured.lipschitz.has_value());
    CHECK_FALSE(measured.largest_derivative.value.has_value());
    check_extreme(measured.smallest_derivative, 0, nowhere);
  }
  for (const char* key : {"square", "growing_cosine"}) {
    INFO(key);
    const MeasuredProperties measured = measure(key);
    CHECK_FALSE(measured.largest_derivative.value.has_value());
    CHECK_FALSE(measured.smallest_derivative.value.has_value());
  }
}

TEST_CASE("a function that jumps has no Lipschitz constant") {
  for (const char* key : {"step", "sign", "hardshrink", "thresholded_relu"}) {
    INFO(key);
    CHECK_FALSE(measure(key).lipschitz.has_value());
  }
  CHECK(measure("threshold", {0, 0}).lipschitz == 1);
  CHECK_FALSE(measure("threshold", {0, 1}).lipschitz.has_value());
  CHECK(measure("hardshrink", {0}).lipschitz == 1);
}

TEST_CASE("slopes follow the parameters") {
  check_extreme(measure("leaky_relu", {0.25f}).smallest_derivative, 0.25, nowhere);
  check_extreme(measure("prelu", {-0.5f}).smallest_derivative, -0.5, nowhere);
  CHECK(measure("prelu", {-3}).lipschitz == 3);
  check_extreme(measure("elu", {2}).largest_derivative, 2, 0);
  check_extreme(measure("elu", {0.5f}).largest_derivative, 1, nowhere);
  check_extreme(measure("sine", {30}).largest_derivative, 30, 0);
  check_extreme(measure("sine", {0.125f}).smallest_derivative, -0.125, 8 * 3.14159265358979324);
  check_extreme(measure("sine", {0.015625f}).smallest_derivative, -0.015625, 64 * 3.14159265358979324);
  check_extreme(measure("swish_beta", {2}).largest_derivative, 1.09983932013, 1.19967864026);
}

TEST_CASE("isolated fixed points, with their slopes") {
  const KnownFixedPoints known[] = {
      {"abs", {}},
      {"cosine", {{0.739085133215160642, -0.673612029183214}}},
      {"gaussian", {{0.652918640419, -0.8526072}}},
      {"gelu", {{0, 0.5}}},
      {"hardshrink", {{0, 0}}},
      {"hardsigmoid", {{0.6, 1.0 / 6}}},
      {"hardswish", {{0, 0.5}}},
      {"hardtanh", {}},
      {"identity", {}},
      {"lisht", {{0, 0}}},
      {"mish", {{0, 0.6}}},
      {"relu", {}},
      {"relu_squared", {{0, 0}, {1, 2}}},
      {"selu", {{-1.25881716406, 0.4992834}, {0, 1.75809934085}}},
      {"sigmoid", {{0.659046068407, 0.2247043}}},
      {"silu", {{0, 0.5}}},
      {"sine", {{0, 1}}},
      {"softplus", {}},
      {"softsign", {{0, 1}}},
      {"square", {{0, 0}, {1, 2}}},
      {"tanh", {{0, 1}}},
      {"tanhexp", {{0, 0.761594155956}}},
  };
  for (const KnownFixedPoints& expected : known) {
    INFO(expected.key);
    const MeasuredProperties measured = measure(expected.key);
    REQUIRE(measured.fixed_points.size() == expected.points.size());
    for (std::size_t i = 0; i < expected.points.size(); ++i) {
      CHECK(std::fabs(measured.fixed_points[i].x - expected.points[i].x) < 1e-10);
      CHECK(measured.fixed_points[i].slope == doctest::Approx(expected.points[i].slope).epsilon(1e-6));
    }
  }
}

TEST_CASE("fixed points where the curve only touches the diagonal; of many, those nearest to 0") {
  constexpr double pi = 3.14159265358979324;
  const MeasuredProperties snake = measure("snake");
  REQUIRE(snake.fixed_points.size() == 8);
  for (std::size_t i = 0; i < 8; ++i) {
    CHECK(snake.fixed_points[i].x == doctest::Approx((static_cast<double>(i) - 3) * pi).epsilon(1e-9));
    CHECK(snake.fixed_points[i].slope == doctest::Approx(1));
  }
  const MeasuredProperties sine = measure("sine", {30});
  REQUIRE(sine.fixed_points.size() == 8);
  for (std::size_t i = 0; i < 8; ++i) CHECK(std::fabs(sine.fixed_points[i].x) < 0.45);
}

TEST_CASE("a function that is said never to decrease has no negative slope, any other continuous one has") {
  for (const ActivationEntry* entry : activations()) {
    for (const ParameterChoice& choice : parameter_choices(entry->info)) {
      const MeasuredProperties measured = measure_properties(*entry, choice.data());
      if (!measured.lipschitz) continue;
      INFO(describe(entry->info, choice), ", smallest slope ", *measured.smallest_derivative.value);
      CHECK(entry->properties(choice.data()).monotone == (*measured.smallest_derivative.value >= 0));
    }
  }
}

TEST_CASE("measurements hold for every choice of parameters") {
  for (const ActivationEntry* entry : activations()) {
    for (const ParameterChoice& choice : parameter_choices(entry->info)) {
      const MeasuredProperties measured = measure_properties(*entry, choice.data());
      INFO(describe(entry->info, choice));
      if (measured.largest_derivative.value && measured.smallest_derivative.value)
        CHECK(*measured.largest_derivative.value >= *measured.smallest_derivative.value);
      for (const double x : {-7.3, -0.9, 0.4, 2.1, 55.5}) {
        const double slope = entry->sample(x, choice.data()).derivative;
        if (measured.largest_derivative.value)
          CHECK(slope <= *measured.largest_derivative.value + 1e-8 * (1 + std::fabs(slope)));
        if (measured.smallest_derivative.value)
          CHECK(slope >= *measured.smallest_derivative.value - 1e-8 * (1 + std::fabs(slope)));
      }
      for (const FixedPoint& point : measured.fixed_points)
        CHECK(std::fabs(entry->sample(point.x, choice.data()).value - point.x) <=
              2e-9 * std::max(1.0, std::fabs(point.x)));
    }
  }
}

}  // namespace lab::testing
