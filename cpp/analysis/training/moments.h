#pragma once

#include <cstddef>
#include <limits>

#include "network/lanes.h"
#include "simd/f64x2.h"

namespace lab {

/// The sum of the first `samples` of `lanes` numbers (a multiple of four), in double precision.
inline double sum_of_lanes(const float* numbers, std::size_t samples, std::size_t lanes) {
  f64x2 low = 0.0, high = 0.0;
  for (std::size_t lane = 0; lane < lanes; lane += 4) {
    const f32x4 four = keep(lanes_below(samples, lane), load(numbers + lane));
    low = low + promote_low(four);
    high = high + promote_high(four);
  }
  const f64x2 sum = low + high;
  return sum.lanes[0] + sum.lanes[1];
}

/// Mean and variance of numbers that come block by block, merged as in a ScatterMatrix.
class Moments {
 public:
  Moments() = default;
  Moments(double count, double mean, double squares) : count_(count), mean_(mean), squares_(squares) {}

  /// The first `samples` of `lanes` numbers.
  void add(const float* numbers, std::size_t samples, std::size_t lanes) {
    const auto count = static_cast<double>(samples);
    const double mean = sum_of_lanes(numbers, samples, lanes) / count;
    f64x2 low = 0.0, high = 0.0;
    for (std::size_t lane = 0; lane < lanes; lane += 4) {
      const f32x4 four = load(numbers + lane), weight = keep(lanes_below(samples, lane), f32x4(1.0f));
      const f64x2 a = (promote_low(four) - f64x2(mean)) * promote_low(weight);
      const f64x2 b = (promote_high(four) - f64x2(mean)) * promote_high(weight);
      low = low + a * a;
      high = high + b * b;
    }
    const f64x2 squares = low + high;
    merge({count, mean, squares.lanes[0] + squares.lanes[1]});
  }

  void merge(const Moments& other) {
    if (other.count_ == 0) return;
    const double count = count_ + other.count_, distance = other.mean_ - mean_;
    squares_ += other.squares_ + distance * distance * (count_ * other.count_ / count);
    mean_ += distance * (other.count_ / count);
    count_ = count;
  }

  /// NaN if a number was not finite.
  [[nodiscard]] double mean() const { return is_finite() ? mean_ : not_a_number; }
  [[nodiscard]] double deviation() const {
    return is_finite() ? __builtin_sqrt(squares_ / count_) : not_a_number;
  }

 private:
  static constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

  [[nodiscard]] bool is_finite() const { return squares_ - squares_ == 0; }

  double count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

}  // namespace lab
