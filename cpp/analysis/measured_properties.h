#pragma once

#include <optional>

#include "activations/registry.h"
#include "core/static_list.h"

namespace lab {

/// Largest or smallest slope of a curve.
struct ExtremeSlope {
  /// Supremum or infimum of f'; none where f' is unbounded on that side.
  std::optional<double> value;
  /// Where it is attained: the place nearest to 0, the positive one of two. None where it is only approached,
  /// or attained on a whole interval.
  std::optional<double> at;
};

struct FixedPoint {
  /// f(x) = x.
  double x;
  /// f'(x); the fixed point attracts its surroundings where |slope| < 1.
  double slope;
};

struct MeasuredProperties {
  /// Largest |f'|; none where f jumps or f' is unbounded.
  std::optional<double> lipschitz;
  ExtremeSlope largest_derivative;
  ExtremeSlope smallest_derivative;
  /// Isolated ones, ascending; where there are more, the eight nearest to 0.
  StaticList<FixedPoint, 8> fixed_points;
};

/// Measures slopes on [-1000, 1000] and at their limits, fixed points on [-100, 100], in double precision, to
/// about nine digits. The parameters must be valid.
MeasuredProperties measure_properties(const ActivationEntry& entry, const float* parameters);

}  // namespace lab
