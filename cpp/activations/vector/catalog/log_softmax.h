#pragma once

#include "activations/vector/softmax_weights.h"

namespace lab {

/// Logarithm of softmax, exact where the probability itself underflows.
struct LogSoftmax {
  static constexpr VectorInfo info{
      .key = "log_softmax",
      .name = "Log-softmax",
      .name_zh = {},
      .latex = R"(y_i = x_i - \log \sum_k e^{x_k})",
      .latex_jacobian = R"(\frac{\partial y_i}{\partial x_j} = \delta_{ij} - e^{y_j})",
      .parameters = {},
      .code = {.pytorch_module = "nn.LogSoftmax(dim=-1)",
               .pytorch = "F.log_softmax(x, dim=-1)",
               .keras = "keras.activations.log_softmax(x)",
               .jax = "jax.nn.log_softmax(x)",
               .onnx = "LogSoftmax(axis=-1)",
               .javascript = {},
               .javascript_derivative = {}},
      .paper = {},
      .accuracy = {.value = rounded_once, .jacobian = rounded_once}};

  static constexpr LengthRule length_rule(const Parameters<double, 0>&) {
    return {.inputs = 1, .outputs = 1};
  }

  static void value(std::span<const double> x, const Parameters<double, 0>&, std::span<double> y) {
    const SoftmaxWeights softmax(x, 1);
    for (std::size_t i = 0; i < y.size(); ++i) y[i] = softmax.log_probability(i);
  }

  static void jacobian(std::span<const double> x, const Parameters<double, 0>&, Jacobian& jacobian) {
    const SoftmaxWeights softmax(x, 1);
    for (std::size_t i = 0; i < x.size(); ++i) {
      for (std::size_t j = 0; j < x.size(); ++j)
        jacobian.set(i, j, i == j ? softmax.complement(i) : -softmax.probability(j));
    }
  }
};

}  // namespace lab
