#pragma once

#include <limits>

#include "analysis/training/observation.h"
#include "simd/f32x4.h"

namespace lab {

/// The smallest and the largest finite number of some.
class NumberRange {
 public:
  /// `count` is a multiple of four.
  void add(const float* numbers, std::size_t count);

  /// Half a unit on both sides of a single number; -0.5 and 0.5 if there is none.
  [[nodiscard]] HistogramLimits limits() const;

 private:
  static constexpr float infinity = std::numeric_limits<float>::infinity();

  f32x4 lowest_ = infinity;
  f32x4 highest_ = -infinity;
};

/// Empties a histogram and gives it bins.
void prepare_histogram(const HistogramLimits& limits, std::size_t bins, Histogram& histogram);

void count_numbers(const float* numbers, std::size_t count, Histogram& histogram);

/// Adds the counts of a histogram with the same bins.
void add_counts(const Histogram& other, Histogram& histogram);

}  // namespace lab
