#pragma once

#include <algorithm>
#include <functional>

#include "activations/vector/vector_activation.h"

namespace lab {

/// The point of the probability simplex nearest to the input; unlike softmax, it has zeros.
///
/// A logit of -infinity has probability 0; +infinity, NaN, or nothing but -infinity makes every number NaN. A
/// logit that lies exactly on the threshold is outside of the support.
struct Sparsemax {
  static constexpr VectorInfo info{
      .key = "sparsemax",
      .name = "Sparsemax",
      .name_zh = {},
      .latex =
          R"(y_i = \max(x_i - \tau, 0),\quad \tau = \max_k \tfrac{1}{k}\bigl(x_{(1)} + \dots + x_{(k)} - 1\bigr))",
      .latex_jacobian =
          R"(\frac{\partial y_i}{\partial x_j} = \begin{cases} \delta_{ij} - \frac{1}{|S|} & i, j \in S = \{k : y_k > 0\} \\ 0 & \text{otherwise} \end{cases})",
      .parameters = {},
      .code = {.pytorch_module = {},
               .pytorch = "F.relu(x - ((x.sort(descending=True).values.cumsum(0) - 1)"
                          " / torch.arange(1, x.numel() + 1)).max(0).values)",
               .keras = "keras.activations.sparsemax(x)",
               .jax = "jax.nn.relu(x - ((jnp.cumsum(jnp.sort(x, descending=True)) - 1)"
                      " / jnp.arange(1, x.size + 1)).max())",
               .onnx = {},
               .javascript = {},
               .javascript_derivative = {}},
      .paper = {.authors = "Martins, Astudillo",
                .year = 2016,
                .title =
                    "From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label Classification",
                .url = "https://arxiv.org/abs/1602.02068"},
      // Only the logits within 1 of the largest count, but their sum is rounded before a small rest is taken
      // from it.
      .accuracy = {.value = {.ulp = 0.51, .absolute = 0x1p-43}, .jacobian = rounded_once}};

  static constexpr LengthRule length_rule(const Parameters<double, 0>&) {
    return {.inputs = 1, .outputs = 1};
  }

  static void value(std::span<const double> x, const Parameters<double, 0>&, std::span<double> y) {
    const Threshold threshold(x);
    for (std::size_t i = 0; i < y.size(); ++i) y[i] = threshold.excess(x[i]);
  }

  static void jacobian(std::span<const double> x, const Parameters<double, 0>&, Jacobian& jacobian) {
    const Threshold threshold(x);
    const auto in_support = [&](std::size_t i) { return threshold.excess(x[i]) != 0; };
    double support_size = 0;
    for (std::size_t i = 0; i < x.size(); ++i) support_size += in_support(i) ? 1 : 0;
    const double share = threshold.is_nan() ? std::numeric_limits<double>::quiet_NaN() : 1 / support_size;
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (!in_support(i)) continue;
      for (std::size_t j = 0; j < x.size(); ++j) {
        if (in_support(j)) jacobian.set(i, j, (i == j ? 1 : 0) - share);
      }
    }
  }

 private:
  /// tau, relative to the largest input: in [-1, 0).
  class Threshold {
   public:
    explicit Threshold(std::span<const double> x) : largest_(x[0]), tau_(-infinity) {
      for (const double logit : x) largest_ = !(logit <= largest_) ? logit : largest_;
      std::array<double, max_vector_length> sorted;
      for (std::size_t i = 0; i < x.size(); ++i) sorted[i] = x[i] - largest_;
      const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(x.size());
      if (!std::all_of(sorted.begin(), end, [](double logit) { return logit <= 0; })) {
        tau_ = std::numeric_limits<double>::quiet_NaN();
        return;
      }
      // In place of std::sort, whose code is many times as long.
      std::make_heap(sorted.begin(), end, std::greater<>());
      std::sort_heap(sorted.begin(), end, std::greater<>());
      double sum = 0;
      for (std::size_t i = 0; i < x.size(); ++i) {
        sum += sorted[i];
        tau_ = std::max(tau_, (sum - 1) / static_cast<double>(i + 1));
      }
    }

    [[nodiscard]] bool is_nan() const { return tau_ != tau_; }
    [[nodiscard]] double excess(double logit) const {
      const double difference = (logit - largest_) - tau_;
      return difference < 0 ? 0 : difference;
    }

   private:
    double largest_;
    double tau_;
  };
};

}  // namespace lab
