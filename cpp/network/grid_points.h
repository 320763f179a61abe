#pragma once

#include <span>
#include <vector>

#include "network/grid.h"

namespace lab {

/// The points of a grid, row by row, in blocks of at most prediction_lanes.
class GridPoints {
 public:
  GridPoints(const Setup& setup, const Grid& grid);

  /// Goes on to the next block; false after the last one.
  bool next();
  /// Index of the block's first point.
  [[nodiscard]] std::size_t first() const { return first_; }
  [[nodiscard]] std::size_t count() const { return count_; }
  /// A multiple of four; the last point is repeated in the padding.
  [[nodiscard]] std::size_t lanes() const { return lanes_; }
  /// The columns of the data at the block's points.
  [[nodiscard]] std::span<const float* const> columns() const { return columns_; }

 private:
  /// The next `count` points of this row, from `lane` on.
  void fill_row(std::size_t lane, std::size_t count);

  std::size_t points_;
  std::vector<float> x1_;
  std::vector<float> x2_;
  std::vector<float> numbers_;
  std::vector<const float*> columns_;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  std::size_t lanes_ = 0;
};

}  // namespace lab
