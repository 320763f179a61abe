#pragma once

namespace lab {

/// Natural logarithm with a relative error below 2^-50; -infinity at 0, NaN below.
double log(double x);

}  // namespace lab
