#pragma once

#include <cstddef>
#include <span>

#include "network/trainer.h"

namespace lab {

/// A square of size x size points over the first two columns; the others (and the second of a set-up with
/// one) are 0. Row 0 is at x2_maximum, column 0 at x1_minimum; the outermost points lie on the border.
struct Grid {
  /// 2 to max_grid_size.
  std::size_t size = 100;
  float x1_minimum = -6;
  float x1_maximum = 6;
  float x2_minimum = -6;
  float x2_maximum = 6;
};

inline constexpr std::size_t max_grid_size = 1024;

/// Floats from one unit's plane to the next: size * size, padded, and never a multiple of 4096 bytes, where
/// the planes would compete for the same cache lines.
std::size_t plane_stride(std::size_t size);

/// More planes, of this many bytes together, are refused.
inline constexpr std::size_t max_grid_bytes = std::size_t{64} << 20;

/// Whether a grid with this many planes can be evaluated.
Problems validate(const Grid& grid, std::size_t plane_count);

/// The activation of every unit from `first_unit` on, which begins a layer, at every point. Unit u of layer l
/// is plane first_unit(l) + u - `first_unit` of `planes`, row by row; `planes` holds plane_stride(size)
/// floats for each.
void evaluate_grid(const Trainer& trainer, const Grid& grid, std::span<float> planes,
                   std::size_t first_unit = 0);

}  // namespace lab
