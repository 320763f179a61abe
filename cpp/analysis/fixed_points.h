#pragma once

#include "analysis/curve.h"
#include "analysis/measured_properties.h"

namespace lab {

/// Ascending; where there are more than fit, those nearest to 0.
StaticList<FixedPoint, 8> find_fixed_points(const Curve& curve);

}  // namespace lab
