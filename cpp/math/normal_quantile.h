#pragma once

namespace lab {

/// The x below which a standard normal variable lies with probability p in (0, 1), with a relative error of
/// about 1e-16; infinite at 0 and 1, NaN outside.
double normal_quantile(double p);

}  // namespace lab
