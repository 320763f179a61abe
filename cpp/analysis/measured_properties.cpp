#include "analysis/measured_properties.h"

#include "analysis/curve.h"
#include "analysis/extreme_slopes.h"
#include "analysis/fixed_points.h"

namespace lab {

namespace {

bool jumps(const Curve& curve) {
  for (const double kink : curve.entry.properties(curve.parameters).kinks) {
    const double beside = 0x1p-40 * (1 + __builtin_fabs(kink));
    const double left = curve(kink - beside).value;
    const double right = curve(kink + beside).value;
    if (__builtin_fabs(right - left) > 1e-9 * (1 + __builtin_fabs(left))) return true;
  }
  return false;
}

std::optional<double> lipschitz_constant(const Curve& curve, const ExtremeSlopes& slopes) {
  if (!slopes.largest.value || !slopes.smallest.value || jumps(curve)) return std::nullopt;
  const double upwards = *slopes.largest.value;
  const double downwards = -*slopes.smallest.value;
  return upwards > downwards ? upwards : downwards;
}

}  // namespace

MeasuredProperties measure_properties(const ActivationEntry& entry, const float* parameters) {
  const Curve curve{entry, parameters};
  const ExtremeSlopes slopes = find_extreme_slopes(curve);
  return {.lipschitz = lipschitz_constant(curve, slopes),
          .largest_derivative = slopes.largest,
          .smallest_derivative = slopes.smallest,
          .fixed_points = find_fixed_points(curve)};
}

}  // namespace lab
