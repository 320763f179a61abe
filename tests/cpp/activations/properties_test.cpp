#include <doctest/doctest.h>

#include "catalogue_types.h"
#include "support/curves.h"
#include "support/jumps.h"
#include "support/parameter_choices.h"
#include "support/reference_formulas.h"
#include "support/sample_points.h"

namespace lab::testing {
namespace {

constexpr double largest_float = std::numeric_limits<float>::max();

/// One activation with one choice of parameters, as functions of x in double precision.
struct Subject {
  const ActivationEntry& entry;
  ReferenceFormulas reference;
  ParameterChoice choice;
  bool has_initial_parameters;
  Properties declared;

  double value(double x) const { return reference.value(x, choice.data()); }
  double derivative(double x) const { return reference.derivative(x, choice.data()); }
  double second_derivative(double x) const { return reference.second_derivative(x, choice.data()); }
};

/// Calls the check once for each choice of parameters.
template <class A>
void for_each_subject(const auto& check) {
  const ActivationEntry& entry = *find_activation(A::info.key);
  bool first = true;
  for (const ParameterChoice& choice : parameter_choices(A::info)) {
    INFO(describe(A::info, choice));
    check(Subject{entry, reference_formulas<A>(), choice, first, entry.properties(choice.data())});
    first = false;
  }
}

/// All magnitudes of both signs, densely around 0, sorted.
const std::vector<double>& scan() {
  static const std::vector<double> points = [] {
    std::vector<double> all = grid(-20, 20, 40 * 256);
    for (const float x : sampled_floats(400009)) all.push_back(x);
    all.insert(all.end(), {-largest_float, largest_float});
    std::sort(all.begin(), all.end());
    return all;
  }();
  return points;
}

TEST_CASE_TEMPLATE_DEFINE("values fill the declared range and never leave it", A, range) {
  for_each_subject<A>([](const Subject& f) {
    const Range& range = f.declared.range;
    double smallest = infinity, largest = -infinity;
    std::vector<float> points{-std::numeric_limits<float>::infinity(),
                              std::numeric_limits<float>::infinity()};
    for (const double x : scan()) points.push_back(static_cast<float>(x));
    for (const float x : floats_around(f.declared.kinks)) points.push_back(x);
    for (const float y : compute_curves(f.entry, points, f.choice.data()).value) {
      if (std::isnan(y)) continue;
      smallest = std::min<double>(smallest, y);
      largest = std::max<double>(largest, y);
    }
    const auto slack = [](double end, double relative) {
      return std::isinf(end) ? 0 : relative * std::max(1.0, std::fabs(end));
    };
    constexpr double rounding = 3e-7, coarseness = 1e-3;
    CHECK(smallest >= range.lower - slack(range.lower, rounding));
    CHECK(largest <= range.upper + slack(range.upper, rounding));
    const auto approaches = [&](double extreme, double end) {
      if (std::isinf(end)) return std::fabs(extreme) > 0x1p100 && extreme * end > 0;
      return std::fabs(extreme - end) <= slack(end, coarseness);
    };
    CHECK(approaches(smallest, range.lower));
    CHECK(approaches(largest, range.upper));
  });
}
TEST_CASE_TEMPLATE_APPLY(range, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("an end of the range is attained if it is closed", A, range_ends) {
  for_each_subject<A>([](const Subject& f) {
    if (!f.has_initial_parameters) return;
    const Range& range = f.declared.range;
    const auto extremes = [&](double reach) {
      std::vector<double> values;
      for (const double x : grid(-reach, reach, 40000)) values.push_back(f.value(x));
      return std::pair(*std::min_element(values.begin(), values.end()),
                       *std::max_element(values.begin(), values.end()));
    };
    const auto [smallest, largest] = extremes(7);
    if (range.lower_closed) CHECK(smallest <= range.lower + 1e-7);
    if (range.upper_closed) CHECK(largest >= range.upper - 1e-7);
    // Further out, open ends are attained to within rounding.
    const auto [smallest_near, largest_near] = extremes(2);
    if (!range.lower_closed) CHECK(smallest_near > range.lower + 1e-7);
    if (!range.upper_closed) CHECK(largest_near < range.upper - 1e-7);
  });
}
TEST_CASE_TEMPLATE_APPLY(range_ends, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("monotone means never decreasing", A, monotone) {
  for_each_subject<A>([](const Subject& f) {
    double largest_drop = 0, lowest_slope = 0, highest = -infinity;
    for (const double x : scan()) {
      const double y = f.value(x);
      largest_drop = std::max(largest_drop, (highest - y) / std::max(1.0, std::fabs(highest)));
      highest = std::max(highest, y);
      lowest_slope = std::min(lowest_slope, f.derivative(x));
    }
    const bool never_decreasing = largest_drop < 1e-12 && lowest_slope >= 0;
    CHECK(f.declared.monotone == never_decreasing);
  });
}
TEST_CASE_TEMPLATE_APPLY(monotone, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("the declared symmetry holds, and no other", A, symmetry) {
  for_each_subject<A>([](const Subject& f) {
    std::vector<float> right, left;
    for (const double x : scan()) {
      if (x <= 0) continue;
      right.push_back(static_cast<float>(x));
      left.push_back(static_cast<float>(-x));
    }
    const Curves at_right = compute_curves(f.entry, right, f.choice.data());
    const Curves at_left = compute_curves(f.entry, left, f.choice.data());
    bool odd = true, even = true;
    for (std::size_t i = 0; i < right.size(); ++i) {
      odd &= at_left.value[i] == -at_right.value[i] && at_left.derivative[i] == at_right.derivative[i];
      even &= at_left.value[i] == at_right.value[i] && at_left.derivative[i] == -at_right.derivative[i];
    }
    CHECK(odd == (f.declared.symmetry == Symmetry::odd));
    CHECK(even == (f.declared.symmetry == Symmetry::even));
  });
}
TEST_CASE_TEMPLATE_APPLY(symmetry, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("saturating sides are those where the derivative tends to 0", A, saturation) {
  for_each_subject<A>([](const Subject& f) {
    const auto vanishes = [&](double side) {
      double largest = 0;
      for (int exponent = 80; exponent <= 120; ++exponent)
        largest = std::max(largest, std::fabs(f.derivative(side * std::ldexp(1.0, exponent))));
      return largest < 1e-9;
    };
    CHECK(f.declared.saturates_left == vanishes(-1));
    CHECK(f.declared.saturates_right == vanishes(1));
  });
}
TEST_CASE_TEMPLATE_APPLY(saturation, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("kinks are the jumps of f and f', all of them and nothing else", A, kinks) {
  for_each_subject<A>([](const Subject& f) {
    const auto value = [&](double x) { return f.value(x); };
    const auto derivative = [&](double x) { return f.derivative(x); };
    const auto second_derivative = [&](double x) { return f.second_derivative(x); };
    for (const double kink : f.declared.kinks) {
      CAPTURE(kink);
      CHECK((jumps_across(kink, value) || jumps_across(kink, derivative)));
    }
    std::vector<double> found = find_jumps(value, derivative, -20, 20, 40 * 64);
    for (const double jump : find_jumps(derivative, second_derivative, -20, 20, 40 * 64))
      found.push_back(jump);
    for (const double jump : found) {
      const bool is_declared = std::any_of(f.declared.kinks.begin(), f.declared.kinks.end(),
                                           [&](double kink) { return std::fabs(kink - jump) < 1e-6; });
      CHECK_MESSAGE(is_declared, jump);
    }
  });
}
TEST_CASE_TEMPLATE_APPLY(kinks, ActivationTypes);

bool contains(const Range& range, double x) {
  return (range.lower < x && x < range.upper) || (range.lower_closed && x == range.lower) ||
         (range.upper_closed && x == range.upper);
}

TEST_CASE_TEMPLATE_DEFINE("f(x) = x on the declared interval, and on no other", A, identity) {
  for_each_subject<A>([](const Subject& f) {
    const Range& interval = f.declared.identity_on;
    std::vector<float> inside;
    for (const double x : scan())
      if (contains(interval, x)) inside.push_back(static_cast<float>(x));
    CHECK(compute_curves(f.entry, inside, f.choice.data()).value == inside);

    // Only where nothing has saturated to x in double precision.
    if (!f.has_initial_parameters) return;
    const bool odd = f.declared.symmetry == Symmetry::odd;
    bool before = false;
    for (const double x : grid(-2, 2, 401)) {
      const bool undeclared = f.value(x) == x && !contains(interval, x) && !(odd && contains(interval, -x));
      CHECK_MESSAGE(!(undeclared && before), x);
      before = undeclared;
    }
  });
}
TEST_CASE_TEMPLATE_APPLY(identity, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("a second derivative written as 0 is 0", A, zero) {
  for_each_subject<A>([](const Subject& f) {
    bool vanishes = true;
    for (const double x : scan()) vanishes &= f.second_derivative(x) == 0;
    if (f.has_initial_parameters) CHECK(vanishes == (f.entry.info.latex_second_derivative == "0"));
  });
}
TEST_CASE_TEMPLATE_APPLY(zero, ActivationTypes);

}  // namespace
}  // namespace lab::testing
