#include "activations/vector/softmax_weights.h"

namespace lab {

SoftmaxWeights::SoftmaxWeights(std::span<const double> x, double temperature) : size_(x.size()) {
  std::size_t largest = 0;
  for (std::size_t i = 1; i < size_; ++i) {
    if (x[i] / temperature > x[largest] / temperature) largest = i;
  }
  double others = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    logits_[i] = (x[i] - x[largest]) / temperature;
    weights_[i] = exp(f64(logits_[i])).value;
    // The largest weight is exactly 1: leaving it out keeps the digits of log1p(others). A NaN stays in.
    others += i == largest ? weights_[i] - 1 : weights_[i];
  }
  total_ = 1 + others;
  log_total_ = log1p(f64(others)).value;
}

double SoftmaxWeights::complement(std::size_t i) const {
  double others = 0;
  for (std::size_t j = 0; j < size_; ++j) {
    if (j != i) others += weights_[j];
  }
  return others / total_;
}

double SoftmaxWeights::log_probability(std::size_t i) const {
  return logits_[i] - log_total_;
}

double SoftmaxWeights::derivative(std::size_t i, std::size_t j) const {
  return i == j ? probability(i) * complement(i) : -probability(i) * probability(j);
}

}  // namespace lab
