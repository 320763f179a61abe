#include <doctest/doctest.h>

#include "catalogue_types.h"
#include "support/parameter_choices.h"
#include "support/reference_formulas.h"
#include "support/sample_points.h"

namespace lab::testing {
namespace {

/// Small and moderate arguments of both signs, none of them a round number, and 0.
std::vector<double> test_points() {
  std::vector<double> points = grid(-50.0137, 50.0291, 2000);
  for (double x = 1.234; x > 1e-4; x /= 7) points.insert(points.end(), {x, -x});
  points.push_back(0);
  return points;
}

/// At a jump each side has its own derivative, and at the point itself a convention holds.
bool jumps_at(double x, const auto& f) {
  constexpr double step = 1e-9;
  const double here = f(x), before = f(x - step), after = f(x + step);
  return std::fabs(here - before) + std::fabs(after - here) > 1e-5 * (1 + std::fabs(here));
}

void check_agreement(const std::string& curve, const auto& written_by_hand, const auto& automatic) {
  double worst = 0, worst_x = 0;
  for (const double x : test_points()) {
    const double expected = automatic(x);
    const double tolerance = 1e-9 * std::fabs(expected) + 1e-12 * std::max(1.0, std::fabs(x));
    const double excess = std::fabs(written_by_hand(x) - expected) / tolerance;
    if (excess <= worst || jumps_at(x, written_by_hand)) continue;
    worst = excess;
    worst_x = x;
  }
  INFO(curve, " at x = ", worst_x, ": ", written_by_hand(worst_x), " by hand, ", automatic(worst_x),
       " automatically");
  CHECK(worst <= 1);
}

TEST_CASE_TEMPLATE_DEFINE("derivatives by hand agree with automatic differentiation", A, agreement) {
  const ReferenceFormulas reference = reference_formulas<A>();
  for (const ParameterChoice& choice : parameter_choices(A::info)) {
    const auto with_parameters = [&](ReferenceFormulas::Function f) {
      return [f, parameters = choice.data()](double x) { return f(x, parameters); };
    };
    const std::string name = describe(A::info, choice);
    check_agreement(name + "'", with_parameters(reference.derivative),
                    with_parameters(reference.automatic_derivative));
    check_agreement(name + "''", with_parameters(reference.second_derivative),
                    with_parameters(reference.automatic_second_derivative));
  }
}
TEST_CASE_TEMPLATE_APPLY(agreement, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("automatic differentiation of the shipped formula agrees with the derivative", A,
                          shipped) {
  const ActivationEntry& entry = *find_activation(A::info.key);
  for (const ParameterChoice& choice : parameter_choices(A::info)) {
    const float* parameters = choice.data();
    const auto derivative = [&](double x) { return entry.sample(x, parameters).derivative; };
    double worst = 0, worst_x = 0;
    for (const double x : test_points()) {
      const double automatic = entry.sample(x, parameters).automatic_derivative;
      const double error = std::fabs(derivative(x) - automatic) / std::max(1.0, std::fabs(automatic));
      if (error <= worst || jumps_at(x, derivative)) continue;
      worst = error;
      worst_x = x;
    }
    INFO(describe(A::info, choice), "' at x = ", worst_x);
    CHECK(worst < 1e-7);
  }
}
TEST_CASE_TEMPLATE_APPLY(shipped, ActivationTypes);

}  // namespace
}  // namespace lab::testing
