#pragma once

#include <array>
#include <span>

#include "activations/vector/vector_activation.h"

namespace lab {

/// softmax(x / temperature) in the parts that its relatives share. The largest logit is subtracted first, so
/// nothing overflows. A logit of -infinity has probability 0; +infinity, NaN, or nothing but -infinity makes
/// every number NaN. A negative temperature gives softmin.
class SoftmaxWeights {
 public:
  SoftmaxWeights(std::span<const double> x, double temperature);

  /// softmax_i.
  [[nodiscard]] double probability(std::size_t i) const { return weights_[i] / total_; }
  /// 1 - softmax_i, without the cancellation where that is close to 0.
  [[nodiscard]] double complement(std::size_t i) const;
  /// log softmax_i, without a probability that underflows.
  [[nodiscard]] double log_probability(std::size_t i) const;
  /// d softmax_i / d (x_j / temperature).
  [[nodiscard]] double derivative(std::size_t i, std::size_t j) const;

 private:
  std::size_t size_;
  /// (x_i - max x) / temperature and its exponential.
  std::array<double, max_vector_length> logits_;
  std::array<double, max_vector_length> weights_;
  double total_;
  double log_total_;
};

}  // namespace lab
