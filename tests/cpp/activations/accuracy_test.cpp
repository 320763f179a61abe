#include <doctest/doctest.h>

#include "catalogue_types.h"
#include "support/curves.h"
#include "support/parameter_choices.h"
#include "support/reference_formulas.h"
#include "support/sample_points.h"
#include "support/ulp.h"

namespace lab::testing {
namespace {

/// Results within an absolute bound may lose all digits where they cancel on their way through zero, but in a
/// tail most digits must stay.
constexpr double largest_ulp_in_tail = 64;

bool vanishes_near(double x, const auto& exact) {
  const double before = exact(0.8 * x), here = exact(x), after = exact(1.25 * x);
  const bool changes_sign = before * here <= 0 || here * after <= 0;
  const bool dips = std::fabs(here) < 0.01 * std::min(std::fabs(before), std::fabs(after));
  return changes_sign || dips;
}

void check_accuracy(const std::string& curve, const std::vector<float>& points,
                    const std::vector<float>& results, const ErrorBound& bound, const auto& exact) {
  double worst = -1, worst_x = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double x = points[i];
    const double ulps = ulp_error(results[i], exact(x));
    if (ulps <= bound.ulp || ulps <= worst) continue;
    const bool within_absolute_bound = std::fabs(results[i] - exact(x)) <= bound.absolute;
    if (within_absolute_bound && (ulps <= largest_ulp_in_tail || vanishes_near(x, exact))) continue;
    worst = ulps;
    worst_x = x;
  }
  const bool within_bound = worst < 0;
  INFO(curve, " is wrong by ", worst, " ULP at x = ", worst_x, ", where it should be ", exact(worst_x));
  CHECK(within_bound);
}

TEST_CASE_TEMPLATE_DEFINE("value and derivatives keep their promised accuracy", A, accuracy) {
  const ActivationEntry& entry = *find_activation(A::info.key);
  const ReferenceFormulas reference = reference_formulas<A>();
  std::uint32_t stride = 40009;
  for (const ParameterChoice& choice : parameter_choices(A::info)) {
    const float* parameters = choice.data();
    std::vector<float> points = sampled_floats(stride);
    for (const auto& more : {special_floats(), floats_around(entry.properties(parameters).kinks)})
      points.insert(points.end(), more.begin(), more.end());
    const Curves curves = compute_curves(entry, points, parameters);
    const std::string name = describe(A::info, choice);
    const auto with_parameters = [&](ReferenceFormulas::Function f) {
      return [f, parameters](double x) { return f(x, parameters); };
    };
    check_accuracy(name, points, curves.value, A::info.accuracy.value, with_parameters(reference.value));
    check_accuracy(name + "'", points, curves.derivative, A::info.accuracy.derivative,
                   with_parameters(reference.derivative));
    check_accuracy(name + "''", points, curves.second_derivative, A::info.accuracy.second_derivative,
                   with_parameters(reference.second_derivative));
    stride = 400009;
  }
}
TEST_CASE_TEMPLATE_APPLY(accuracy, ActivationTypes);

}  // namespace
}  // namespace lab::testing
