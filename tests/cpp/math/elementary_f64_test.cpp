#include "math/elementary_f64.h"

#include <doctest/doctest.h>

#include <string>

#include "math/scalar.h"
#include "support/reference.h"
#include "support/sample_points.h"

namespace lab::testing {
namespace {

struct Function {
  std::string name;
  f64x2 (*computed)(f64x2);
  f64 (*scalar)(f64);
  Reference (*exact)(Reference);
  /// Of the result's magnitude.
  double relative_bound;
  /// Outside, the engine's function may saturate: far beyond what float can show.
  double lowest;
  double highest;
};

constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr double ordinary = 0x1.6ap-34;

const Function functions[] = {
    {"exp", lab::exp, lab::exp, testing::exp, ordinary, -700, 700},
    {"expm1", lab::expm1, lab::expm1, testing::expm1, ordinary, -unbounded, 700},
    {"log1p", lab::log1p, lab::log1p, testing::log1p, ordinary, -unbounded, unbounded},
    {"tanh", lab::tanh, lab::tanh, testing::tanh, ordinary, -unbounded, unbounded},
    {"sigmoid", lab::sigmoid, lab::sigmoid, testing::sigmoid, ordinary, -700, unbounded},
    {"softplus", lab::softplus, lab::softplus, testing::softplus, ordinary, -700, unbounded},
    {"erf", lab::erf, lab::erf, testing::erf, ordinary, -unbounded, unbounded},
    {"normal_cdf", lab::normal_cdf, lab::normal_cdf, testing::normal_cdf, ordinary, -14.6, unbounded},
    {"normal_pdf", lab::normal_pdf, lab::normal_pdf, testing::normal_pdf, ordinary, -36, 36},
    {"atan", lab::atan, lab::atan, testing::atan, 0x1p-39, -unbounded, unbounded},
};

TEST_CASE("elementary functions keep their relative error, and one lane equals the scalar function") {
  for (const Function& function : functions) {
    double worst = 0, worst_x = 0;
    bool scalar_agrees = true;
    for (const float sampled : sampled_floats(20011)) {
      const double x = sampled;
      if (x < function.lowest || x > function.highest) continue;
      const double result = function.computed(f64x2(x)).lanes[1];
      const double scalar = function.scalar(f64(x)).value;
      scalar_agrees = scalar_agrees && (result == scalar || (std::isnan(result) && std::isnan(scalar)));
      const double exact = function.exact(Reference(x)).value;
      if (std::isnan(exact) && std::isnan(result)) continue;
      const double error = result == exact ? 0 : std::fabs(result - exact) / std::fabs(exact);
      if (!(error <= worst)) worst = error, worst_x = x;
    }
    INFO(function.name, " is off by ", worst, " at ", worst_x);
    CHECK(worst <= function.relative_bound);
    CHECK(scalar_agrees);
  }
}

TEST_CASE("sine and cosine stay accurate in absolute terms for every float") {
  double worst = 0, worst_x = 0;
  for (const float sampled : sampled_floats(20011)) {
    const double x = sampled;
    const double error = std::max(std::fabs(lab::sin(f64x2(x)).lanes[0] - std::sin(x)),
                                  std::fabs(lab::cos(f64x2(x)).lanes[0] - std::cos(x)));
    if (!(error <= worst)) worst = error, worst_x = x;
  }
  INFO("off by ", worst, " at ", worst_x);
  CHECK(worst <= 0x1p-43);
}

TEST_CASE("sine and cosine of large floats, against values from mpmath") {
  struct Known {
    float x;
    double sine;
    double cosine;
  };
  for (const Known& known : {Known{0x1.0000100000000p+20f, 0.97275358431344131, 0.23184146351624125},
                             Known{0x1.dcd6500000000p+29f, 0.54584344944869956, 0.83788718136390233},
                             Known{0x1.0000000000000p+24f, -0.77956367321777775, 0.62632298329153292},
                             Known{0x1.0f0cf00000000p+73f, -0.73408153529610153, 0.67906133709505097},
                             Known{0x1.fe177a0000000p+78f, 0.71857015057077346, 0.69545448356358733},
                             Known{0x1.93e5940000000p+99f, -0.79116343852198367, -0.61160478541789662},
                             Known{0x1.0000000000000p+100f, -0.87218360541826731, 0.48917865697472145},
                             Known{0x1.fffffe0000000p+127f, -0.52187652333365854, 0.85302103983030416}}) {
    CHECK(lab::sin(f64x2(known.x)).lanes[0] == doctest::Approx(known.sine).epsilon(1e-12));
    CHECK(lab::cos(f64x2(known.x)).lanes[0] == doctest::Approx(known.cosine).epsilon(1e-12));
  }
}

double at(f64x2 (*function)(f64x2), double x) {
  return function(f64x2(x)).lanes[0];
}

TEST_CASE("special values") {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  for (const Function& function : functions) {
    INFO(function.name);
    CHECK(std::isnan(at(function.computed, nan)));
  }
  CHECK(std::isnan(at(lab::sin, nan)));
  CHECK(std::isnan(at(lab::sin, unbounded)));
  CHECK(std::isnan(at(lab::cos, -unbounded)));
  CHECK(static_cast<float>(at(lab::exp, unbounded)) == std::numeric_limits<float>::infinity());
  CHECK(static_cast<float>(at(lab::exp, -unbounded)) == 0.0f);
  CHECK(at(lab::expm1, -unbounded) == -1);
  CHECK(at(lab::log1p, unbounded) == unbounded);
  CHECK(at(lab::log1p, -1) == -unbounded);
  CHECK(std::isnan(at(lab::log1p, -1.5)));
  CHECK(static_cast<float>(at(lab::tanh, -unbounded)) == -1.0f);
  CHECK(at(lab::sigmoid, unbounded) == 1);
  CHECK(static_cast<float>(at(lab::sigmoid, -unbounded)) == 0.0f);
  CHECK(at(lab::softplus, unbounded) == unbounded);
  CHECK(static_cast<float>(at(lab::softplus, -unbounded)) == 0.0f);
  CHECK(at(lab::erf, unbounded) == 1);
  CHECK(at(lab::normal_cdf, unbounded) == 1);
  CHECK(static_cast<float>(at(lab::normal_cdf, -unbounded)) == 0.0f);
  CHECK(static_cast<float>(at(lab::normal_pdf, -unbounded)) == 0.0f);
  using F64x2Function = f64x2 (*)(f64x2);
  for (const F64x2Function odd :
       {F64x2Function(lab::expm1), F64x2Function(lab::log1p), F64x2Function(lab::tanh),
        F64x2Function(lab::erf), F64x2Function(lab::sin), F64x2Function(lab::atan)})
    CHECK(std::signbit(at(odd, -0.0)));
}

}  // namespace
}  // namespace lab::testing
