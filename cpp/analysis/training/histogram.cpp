#include "analysis/training/histogram.h"

#include "network/lanes.h"

namespace lab {

void NumberRange::add(const float* numbers, std::size_t count) {
  for (std::size_t i = 0; i < count; i += 4) {
    const f32x4 four = load(numbers + i);
    const mask32x4 finite = four - four == f32x4(0.0f);
    lowest_ = min(lowest_, select(finite, four, f32x4(infinity)));
    highest_ = max(highest_, select(finite, four, f32x4(-infinity)));
  }
}

HistogramLimits NumberRange::limits() const {
  float lowest = infinity, highest = -infinity;
  for (int lane = 0; lane < 4; ++lane) {
    if (lowest_.lanes[lane] < lowest) lowest = lowest_.lanes[lane];
    if (highest < highest_.lanes[lane]) highest = highest_.lanes[lane];
  }
  if (lowest < highest) return {.lower = lowest, .upper = highest};
  const double number = lowest == highest ? lowest : 0.0;
  return {.lower = number - 0.5, .upper = number + 0.5};
}

void prepare_histogram(const HistogramLimits& limits, std::size_t bins, Histogram& histogram) {
  histogram.lower = limits.lower;
  histogram.upper = limits.upper;
  histogram.counts.assign(bins, 0);
}

void count_numbers(const float* numbers, std::size_t count, Histogram& histogram) {
  const double width = histogram.upper - histogram.lower;
  const auto bins = static_cast<double>(histogram.counts.size());
  // Half a unit is nothing beside a large number: all are equal, and in the first bin.
  const double scale = width > 0 ? bins / width : 0;
  const double last = bins - 1;
  for (std::size_t i = 0; i < count; ++i) {
    const double number = numbers[i];
    if (number - number != 0) continue;
    double bin = (number - histogram.lower) * scale;
    bin = bin < 0 ? 0 : bin;
    bin = last < bin ? last : bin;
    ++histogram.counts[static_cast<std::size_t>(bin)];
  }
}

void add_counts(const Histogram& other, Histogram& histogram) {
  for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) histogram.counts[bin] += other.counts[bin];
}

}  // namespace lab
