#pragma once

#include "network/grid.h"

namespace lab {

/// The gradient of each output by the first two columns of the data, at every point. Plane 2 * output is that
/// by x1, plane 2 * output + 1 that by x2 (0 if there is one column); they lie as those of evaluate_grid, and
/// `planes` holds 2 * (number of outputs) * plane_stride(size) floats.
void evaluate_gradient_grid(const Trainer& trainer, const Grid& grid, std::span<float> planes);

}  // namespace lab
