#pragma once

#include <span>

#include "core/random.h"

namespace lab {

/// Independent numbers, uniform in [lower, upper); `upper` itself can appear where rounding to float makes it
/// so. Uses one random integer each.
void fill_uniform(std::span<float> numbers, double lower, double upper, Random& random);

/// Independent normal numbers, by inversion: at most 6.34 deviations from the mean. Uses one random integer
/// each.
void fill_normal(std::span<float> numbers, double mean, double deviation, Random& random);

}  // namespace lab
