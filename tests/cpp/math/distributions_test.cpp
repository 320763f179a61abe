#include "math/distributions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/hash.h"

namespace lab::testing {
namespace {

constexpr std::size_t count = 200000;

double mean_of(const std::vector<float>& numbers, auto function) {
  double sum = 0;
  for (const float number : numbers) sum += function(static_cast<double>(number));
  return sum / static_cast<double>(numbers.size());
}

std::vector<float> uniform_numbers(double lower, double upper, Random random) {
  std::vector<float> numbers(count);
  fill_uniform(numbers, lower, upper, random);
  return numbers;
}

std::vector<float> normal_numbers(double mean, double deviation, Random random) {
  std::vector<float> numbers(count);
  fill_normal(numbers, mean, deviation, random);
  return numbers;
}

/// The mean of 200,000 numbers is off by more than 4.5 / sqrt(200,000) deviations once in 150,000 times.
constexpr double tolerance = 0.0101;

}  // namespace

TEST_CASE("uniform numbers have the moments of their distribution") {
  const std::vector<float> numbers = uniform_numbers(-2, 4, Random(11));
  const auto [smallest, largest] = std::minmax_element(numbers.begin(), numbers.end());
  CHECK(*smallest >= -2);
  CHECK(*largest <= 4);
  const double deviation = 6 / std::sqrt(12.0);
  const auto standard = [&](double x) { return (x - 1) / deviation; };
  CHECK(std::fabs(mean_of(numbers, standard)) < tolerance);
  CHECK(std::fabs(mean_of(numbers, [&](double x) { return std::pow(standard(x), 2); }) - 1) < tolerance);
  CHECK(std::fabs(mean_of(numbers, [&](double x) { return std::pow(standard(x), 4); }) - 1.8) <
        2 * tolerance);
}

TEST_CASE("normal numbers have the moments and quantiles of their distribution") {
  const std::vector<float> numbers = normal_numbers(3, 0.5, Random(12));
  const auto standard = [](double x) { return (x - 3) / 0.5; };
  CHECK(std::fabs(mean_of(numbers, standard)) < tolerance);
  CHECK(std::fabs(mean_of(numbers, [&](double x) { return std::pow(standard(x), 2); }) - 1) <
        1.5 * tolerance);
  CHECK(std::fabs(mean_of(numbers, [&](double x) { return std::pow(standard(x), 3); })) < 4 * tolerance);
  CHECK(std::fabs(mean_of(numbers, [&](double x) { return std::pow(standard(x), 4); }) - 3) < 10 * tolerance);
  for (const double z : {-3.0, -1.0, 0.0, 0.5, 2.0}) {
    const double expected = std::erfc(-z / std::sqrt(2.0)) / 2;
    CHECK(std::fabs(mean_of(numbers, [&](double x) { return standard(x) <= z ? 1.0 : 0.0; }) - expected) <
          tolerance / 2);
  }
}

TEST_CASE("a distribution without width is its mean") {
  Random random;
  std::vector<float> numbers(3);
  fill_normal(numbers, 1.25, 0, random);
  CHECK(numbers == std::vector<float>(3, 1.25f));
  fill_uniform(numbers, -0.5, -0.5, random);
  CHECK(numbers == std::vector<float>(3, -0.5f));
}

TEST_CASE("filling in parts gives the same numbers as filling at once") {
  const std::vector<float> whole = normal_numbers(0, 1, Random(5));
  std::vector<float> parts(count);
  Random random(5);
  fill_normal(std::span(parts).first(1000), 0, 1, random);
  fill_normal(std::span(parts).subspan(1000), 0, 1, random);
  CHECK(parts == whole);
}

TEST_CASE("random numbers are the same bits on every machine") {
  Hash hash;
  for (const float number : normal_numbers(0, 1, Random(1))) hash.add(number);
  for (const float number : uniform_numbers(-1, 1, Random(1))) hash.add(number);
  CHECK(hash.value() == 0xb30b930a9e4ed77d);
}

}  // namespace lab::testing
