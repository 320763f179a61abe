#include "network/grid_points.h"

#include <algorithm>

#include "network/initial_parameters.h"
#include "network/lanes.h"

namespace lab {

namespace {

float coordinate(float first, float last, std::size_t index, std::size_t size) {
  const auto share = static_cast<double>(index) / static_cast<double>(size - 1);
  return static_cast<float>(first + (double{last} - double{first}) * share);
}

}  // namespace

GridPoints::GridPoints(const Setup& setup, const Grid& grid)
    : points_(grid.size * grid.size), numbers_(setup.columns * prediction_lanes) {
  for (std::size_t i = 0; i < grid.size; ++i) {
    x1_.push_back(coordinate(grid.x1_minimum, grid.x1_maximum, i, grid.size));
    x2_.push_back(coordinate(grid.x2_maximum, grid.x2_minimum, i, grid.size));
  }
  for (std::size_t c = 0; c < setup.columns; ++c) columns_.push_back(&numbers_[c * prediction_lanes]);
}

void GridPoints::fill_row(std::size_t lane, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) numbers_[lane + i] = x1_[column_ + i];
  if (columns_.size() == 1) return;
  const float x2 = x2_[row_];
  for (std::size_t i = 0; i < count; ++i) numbers_[prediction_lanes + lane + i] = x2;
}

bool GridPoints::next() {
  first_ += count_;
  if (first_ == points_) return false;
  count_ = std::min(prediction_lanes, points_ - first_);
  lanes_ = round_up_to_lanes(count_);
  for (std::size_t lane = 0; lane < count_;) {
    const std::size_t run = std::min(count_ - lane, x1_.size() - column_);
    fill_row(lane, run);
    lane += run;
    column_ += run;
    if (column_ == x1_.size()) {
      column_ = 0;
      ++row_;
    }
  }
  for (std::size_t lane = count_; lane < lanes_; ++lane)
    for (std::size_t c = 0; c < columns_.size(); ++c)
      numbers_[c * prediction_lanes + lane] = numbers_[c * prediction_lanes + count_ - 1];
  return true;
}

}  // namespace lab
