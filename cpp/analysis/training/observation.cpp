#include "analysis/training/observation.h"

#include <limits>

namespace lab {

namespace {

constexpr double largest = std::numeric_limits<float>::max();

void check_limits(const char* name, const std::optional<HistogramLimits>& limits, Problems& problems) {
  if (!limits) return;
  const std::string path(name);
  if (!(limits->lower >= -largest && limits->lower <= largest))
    problems.push_back({ProblemCode::out_of_range, path + ".lower", -largest, largest});
  else if (!(limits->upper > limits->lower && limits->upper <= largest))
    problems.push_back({ProblemCode::out_of_range, path + ".upper", limits->lower, largest});
}

void check_slope(const char* name, double slope, Problems& problems) {
  if (!(slope >= 0 && slope <= largest)) problems.push_back({ProblemCode::out_of_range, name, 0, largest});
}

}  // namespace

Problems validate(const ObservationOptions& options) {
  Problems problems;
  if (options.bins < 1 || options.bins > max_histogram_bins)
    problems.push_back({ProblemCode::out_of_range, "bins", 1, max_histogram_bins});
  check_limits("preActivationLimits", options.pre_activation_limits, problems);
  check_limits("activationLimits", options.activation_limits, problems);
  check_slope("saturationThreshold", options.saturation_threshold, problems);
  check_slope("inactiveSlope", options.inactive_slope, problems);
  return problems;
}

}  // namespace lab
