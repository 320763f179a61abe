#include "analysis/training/scatter_matrix.h"

#include <algorithm>

namespace lab {

namespace {

f64x2 load_pair(const double* source) {
  f64x2 result;
  __builtin_memcpy(&result, source, sizeof result);
  return result;
}

/// `count` is a multiple of four.
double dot(const double* a, const double* b, std::size_t count) {
  f64x2 even = 0.0, odd = 0.0;
  for (std::size_t i = 0; i < count; i += 4) {
    even = even + load_pair(a + i) * load_pair(b + i);
    odd = odd + load_pair(a + i + 2) * load_pair(b + i + 2);
  }
  const f64x2 sum = even + odd;
  return sum.lanes[0] + sum.lanes[1];
}

}  // namespace

ScatterMatrix::ScatterMatrix(std::size_t variables) : means_(variables), triangle_(triangle_row(variables)) {}

std::size_t ScatterMatrix::numbers_needed(std::size_t variables) {
  return variables + triangle_row(variables);
}

std::size_t ScatterMatrix::room_needed(std::size_t variables, std::size_t lanes) {
  return variables * (lanes + 1);
}

void ScatterMatrix::clear() {
  count_ = 0;
  std::fill(means_.begin(), means_.end(), 0.0);
  std::fill(triangle_.begin(), triangle_.end(), 0.0);
}

void ScatterMatrix::add(const float* numbers, std::size_t samples, std::size_t lanes,
                        std::span<double> room) {
  const auto added = static_cast<double>(samples);
  const double count = count_ + added, merged = count_ * added / count;
  double* const distances = room.data();
  double* const centred = distances + variables();
  for (std::size_t v = 0; v < variables(); ++v) {
    const float* const row = numbers + v * lanes;
    const double mean = sum_of_lanes(row, samples, lanes) / added;
    double* const target = centred + v * lanes;
    for (std::size_t s = 0; s < samples; ++s) target[s] = row[s] - mean;
    std::fill(target + samples, target + lanes, 0.0);
    distances[v] = mean - means_[v];
    means_[v] += distances[v] * (added / count);
  }
  double* next = triangle_.data();
  for (std::size_t row = 0; row < variables(); ++row)
    for (std::size_t column = 0; column <= row; ++column)
      *next++ += dot(centred + row * lanes, centred + column * lanes, lanes) +
                 distances[row] * distances[column] * merged;
  count_ = count;
}

Moments ScatterMatrix::moments(std::size_t variable) const {
  return {count_, means_[variable], triangle_[triangle_row(variable) + variable]};
}

}  // namespace lab
