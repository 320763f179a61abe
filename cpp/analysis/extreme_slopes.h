#pragma once

#include "analysis/curve.h"
#include "analysis/measured_properties.h"

namespace lab {

struct ExtremeSlopes {
  ExtremeSlope largest;
  ExtremeSlope smallest;
};

ExtremeSlopes find_extreme_slopes(const Curve& curve);

}  // namespace lab
