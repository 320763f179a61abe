#include <doctest/doctest.h>

#include "catalogue_types.h"
#include "support/curves.h"
#include "support/parameter_choices.h"
#include "support/reference_formulas.h"
#include "support/sample_points.h"

namespace lab::testing {
namespace {

constexpr float positive_infinity = std::numeric_limits<float>::infinity();

/// What f(x) tends to as x grows towards one side: a number, an infinity, or NaN where it keeps oscillating.
double limit_of(const auto& f, double side) {
  std::vector<double> steps;
  double previous = f(side * 0x1p16), last = previous;
  for (int exponent = 24; exponent <= 120; exponent += 8) {
    last = f(side * std::ldexp(1.0, exponent));
    if (std::isinf(last)) return last;
    steps.push_back(last - previous);
    previous = last;
  }
  const auto settles = [&](double step) { return std::fabs(step) < 1e-6 * (1 + std::fabs(last)); };
  if (std::all_of(steps.end() - 8, steps.end(), settles)) return last;
  const auto grows_on = [&](double step) { return step * side * steps.front() * side > 0; };
  if (std::all_of(steps.begin(), steps.end(), grows_on)) return std::copysign(infinity, steps.back());
  return std::numeric_limits<double>::quiet_NaN();
}

bool same(float result, double expected) {
  if (std::isnan(expected)) return std::isnan(result);
  if (std::isinf(expected)) return static_cast<double>(result) == expected;
  return std::fabs(result - expected) <= 1e-6 * (1 + std::fabs(expected));
}

TEST_CASE_TEMPLATE_DEFINE("at infinity the curves take their limits", A, limits) {
  const ActivationEntry& entry = *find_activation(A::info.key);
  const ReferenceFormulas reference = reference_formulas<A>();
  for (const ParameterChoice& choice : parameter_choices(A::info)) {
    for (const float side : {-1.0f, 1.0f}) {
      const Curves curves = compute_curves(entry, {side * positive_infinity}, choice.data());
      const auto check = [&](const std::string& order, ReferenceFormulas::Function f, float result) {
        const double expected = limit_of([&](double x) { return f(x, choice.data()); }, side);
        INFO(describe(A::info, choice), order, " at ", side * positive_infinity, " is ", result,
             ", the limit is ", expected);
        CHECK(same(result, expected));
      };
      check("", reference.value, curves.value[0]);
      check("'", reference.derivative, curves.derivative[0]);
      check("''", reference.second_derivative, curves.second_derivative[0]);
    }
  }
}
TEST_CASE_TEMPLATE_APPLY(limits, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("NaN gives NaN", A, propagation) {
  const ActivationEntry& entry = *find_activation(A::info.key);
  // A piecewise constant slope has nothing to pass a NaN on through; PyTorch keeps a number there, too.
  const bool piecewise_linear = A::info.latex_second_derivative == "0";
  for (const ParameterChoice& choice : parameter_choices(A::info)) {
    const Curves curves = compute_curves(entry, {std::numeric_limits<float>::quiet_NaN()}, choice.data());
    INFO(describe(A::info, choice));
    CHECK(std::isnan(curves.value[0]));
    CHECK((std::isnan(curves.derivative[0]) || piecewise_linear));
  }
}
TEST_CASE_TEMPLATE_APPLY(propagation, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("no finite number gives NaN", A, finite) {
  const ActivationEntry& entry = *find_activation(A::info.key);
  for (const ParameterChoice& choice : parameter_choices(A::info)) {
    std::vector<float> points = sampled_floats(100003);
    const std::vector<float> special = special_floats();
    points.insert(points.end(), special.begin(), special.end());
    const Curves curves = compute_curves(entry, points, choice.data());
    for (const auto* results : {&curves.value, &curves.derivative, &curves.second_derivative}) {
      const auto found =
          std::find_if(results->begin(), results->end(), [](float y) { return std::isnan(y); });
      const bool none = found == results->end();
      INFO(describe(A::info, choice), " at ",
           none ? 0 : points[static_cast<std::size_t>(found - results->begin())]);
      CHECK(none);
    }
  }
}
TEST_CASE_TEMPLATE_APPLY(finite, ActivationTypes);

}  // namespace
}  // namespace lab::testing
