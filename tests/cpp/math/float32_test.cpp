#include <doctest/doctest.h>

#include <string>

#include "math/float32/exponential_linear.h"
#include "math/float32/gelu.h"
#include "math/float32/hyperbolic_tangent.h"
#include "math/float32/logistic.h"
#include "math/float32/softplus.h"
#include "support/reference.h"
#include "support/sample_points.h"
#include "support/ulp.h"

namespace lab::testing {
namespace {

struct Function {
  std::string name;
  f32x4 (*computed)(f32x4);
  double (*exact)(double);
  double ulp_bound;
  float lowest;
  float highest;
};

double value_of(Reference reference) {
  return reference.value;
}

const Function functions[] = {
    {"expm1", float32::expm1_of_negative, std::expm1, 1.1, float32::exponential_lower_limit, 0},
    {"exp", float32::exp_of_negative, std::exp, 1.1, float32::exponential_lower_limit, 0},
    {"sigmoid", float32::sigmoid, [](double x) { return value_of(testing::sigmoid(Reference(x))); }, 2.0, -87,
     87},
    {"sigmoid'", float32::sigmoid_derivative,
     [](double x) { return value_of(testing::sigmoid(Reference(x)) * testing::sigmoid(Reference(-x))); }, 2.1,
     -87, 87},
    {"silu", float32::silu, [](double x) { return x * value_of(testing::sigmoid(Reference(x))); }, 2.0, -87,
     87},
    {"tanh", float32::tanh, std::tanh, 2.5, -43, 43},
    {"tanh'", float32::tanh_derivative,
     [](double x) {
       return 4 * value_of(testing::sigmoid(Reference(2 * x)) * testing::sigmoid(Reference(-2 * x)));
     },
     2.0, -43, 43},
    {"softplus", float32::softplus, [](double x) { return value_of(testing::softplus(Reference(x))); }, 2.4,
     -87, 87},
    {"softplus'", float32::softplus_derivative,
     [](double x) { return value_of(testing::sigmoid(Reference(x))); }, 2.5, -87, 87},
    {"log_sigmoid", float32::log_sigmoid,
     [](double x) { return -value_of(testing::softplus(Reference(-x))); }, 2.4, -87, 87},
    {"log_sigmoid'", float32::log_sigmoid_derivative,
     [](double x) { return value_of(testing::sigmoid(Reference(-x))); }, 2.5, -87, 87},
    {"gelu", float32::gelu, [](double x) { return x * value_of(testing::normal_cdf(Reference(x))); }, 2.5, -4,
     12.5f},
};

TEST_CASE("single-precision functions keep their error bound where they are valid") {
  for (const Function& function : functions) {
    double worst = 0;
    float worst_x = 0;
    for (const float x : sampled_floats(6007)) {
      if (x < function.lowest || x > function.highest) continue;
      const double error = ulp_error(function.computed(f32x4(x)).lanes[2], function.exact(x));
      if (error > worst) worst = error, worst_x = x;
    }
    INFO(function.name, " is off by ", worst, " ULP at ", worst_x);
    CHECK(worst <= function.ulp_bound);
  }
}

TEST_CASE("single-precision functions pass NaN on and keep zero exact") {
  for (const Function& function : functions) {
    INFO(function.name);
    CHECK(std::isnan(function.computed(f32x4(std::nanf(""))).lanes[0]));
    CHECK(function.computed(f32x4(0.0f)).lanes[0] == static_cast<float>(function.exact(0)));
  }
  CHECK(std::signbit(float32::tanh(f32x4(-0.0f)).lanes[0]));
}

}  // namespace
}  // namespace lab::testing
