#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/training/moments.h"

namespace lab {

/// Means, and sums of products of the distances from them, of some variables over samples that come block by
/// block. Blocks are merged as Chan, Golub and LeVeque (1979) have it: nothing cancels where a mean is large.
class ScatterMatrix {
 public:
  explicit ScatterMatrix(std::size_t variables);
  /// Doubles that one of so many variables holds.
  static std::size_t numbers_needed(std::size_t variables);
  /// Doubles that `add` needs room for.
  static std::size_t room_needed(std::size_t variables, std::size_t lanes);

  void clear();
  /// numbers[variable * lanes + sample]; `lanes` is a multiple of four, those from `samples` on are padding.
  void add(const float* numbers, std::size_t samples, std::size_t lanes, std::span<double> room);

  [[nodiscard]] std::size_t variables() const { return means_.size(); }
  [[nodiscard]] Moments moments(std::size_t variable) const;
  /// The lower triangle of the matrix, row by row.
  [[nodiscard]] std::span<double> triangle() { return triangle_; }

 private:
  double count_ = 0;
  std::vector<double> means_;
  std::vector<double> triangle_;
};

/// Where row `row` of a lower triangle begins.
constexpr std::size_t triangle_row(std::size_t row) {
  return row * (row + 1) / 2;
}

}  // namespace lab
