#include "analysis/training/histogram.h"

#include <doctest/doctest.h>

#include <limits>

#include "core/random.h"

namespace lab::testing {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

using Counts = std::vector<std::uint32_t>;

Counts counts_of(const std::vector<float>& numbers, const HistogramLimits& limits, std::size_t bins) {
  Histogram histogram;
  prepare_histogram(limits, bins, histogram);
  count_numbers(numbers.data(), numbers.size(), histogram);
  return histogram.counts;
}

HistogramLimits limits_of(const std::vector<float>& numbers) {
  NumberRange range;
  range.add(numbers.data(), numbers.size());
  return range.limits();
}

TEST_CASE("each number is in the bin that holds it") {
  const std::vector<float> numbers = {0, 0.4f, 0.5f, 1, 1.5f, 1.9f, 2};
  CHECK(counts_of(numbers, {0, 2}, 4) == Counts{2, 1, 1, 3});
  CHECK(counts_of(numbers, {0, 2}, 1) == Counts{7});
  CHECK(counts_of(numbers, {0.5, 1.5}, 2) == Counts{3, 4});
  CHECK(counts_of({-infinity, 0, infinity, not_a_number, 9}, {0, 1}, 2) == Counts{1, 1});

  Random random(1);
  std::vector<float> many(1000);
  for (float& number : many) number = 10 * random.uniform() - 5;
  const HistogramLimits limits{-3, 4};
  Counts expected(13);
  for (const float number : many) {
    std::size_t bin = 0;
    while (bin < 12 && number >= limits.lower + static_cast<double>(bin + 1) * 7 / 13) ++bin;
    ++expected[bin];
  }
  CHECK(counts_of(many, limits, 13) == expected);
}

TEST_CASE("automatic limits hold every finite number") {
  HistogramLimits limits = limits_of({3, -2, 7, 1, infinity, not_a_number, -infinity, 0});
  CHECK(limits.lower == -2);
  CHECK(limits.upper == 7);
  limits = limits_of({4, 4, 4, 4});
  CHECK(limits.lower == 3.5);
  CHECK(limits.upper == 4.5);
  CHECK(counts_of({4, 4, 4, 4}, limits, 3) == Counts{0, 4, 0});
  limits = limits_of({not_a_number, infinity, infinity, infinity});
  CHECK(limits.lower == -0.5);
  CHECK(limits.upper == 0.5);
  const float largest = std::numeric_limits<float>::max();
  limits = limits_of({largest, -largest, 0, 0});
  CHECK(counts_of({largest, -largest, 0, 0}, limits, 2) == Counts{1, 3});
  // Half a unit is lost beside them.
  limits = limits_of({1e30f, 1e30f, 1e30f, 1e30f});
  CHECK(counts_of({1e30f, 1e30f, 1e30f, 1e30f}, limits, 3) == Counts{4, 0, 0});
}

TEST_CASE("counts are added up") {
  Histogram sum, part;
  prepare_histogram({0, 1}, 2, sum);
  prepare_histogram({0, 1}, 2, part);
  const std::vector<float> numbers = {0.1f, 0.2f, 0.9f};
  count_numbers(numbers.data(), 3, part);
  add_counts(part, sum);
  add_counts(part, sum);
  CHECK(sum.counts == Counts{4, 2});
}

}  // namespace
}  // namespace lab::testing
