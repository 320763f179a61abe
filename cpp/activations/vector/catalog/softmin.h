#pragma once

#include "activations/vector/softmax_weights.h"

namespace lab {

/// Softmax of the negated inputs.
struct Softmin {
  static constexpr VectorInfo info{
      .key = "softmin",
      .name = "Softmin",
      .name_zh = {},
      .latex = R"(y_i = \frac{e^{-x_i}}{\sum_k e^{-x_k}})",
      .latex_jacobian = R"(\frac{\partial y_i}{\partial x_j} = -y_i\,(\delta_{ij} - y_j))",
      .parameters = {},
      .code = {.pytorch_module = "nn.Softmin(dim=-1)",
               .pytorch = "F.softmin(x, dim=-1)",
               .keras = "keras.activations.softmax(-x)",
               .jax = "jax.nn.softmax(-x)",
               .onnx = {},
               .javascript = {},
               .javascript_derivative = {}},
      .paper = {},
      .accuracy = {.value = rounded_once, .jacobian = rounded_once}};

  static constexpr LengthRule length_rule(const Parameters<double, 0>&) {
    return {.inputs = 1, .outputs = 1};
  }

  static void value(std::span<const double> x, const Parameters<double, 0>&, std::span<double> y) {
    const SoftmaxWeights softmin(x, -1);
    for (std::size_t i = 0; i < y.size(); ++i) y[i] = softmin.probability(i);
  }

  static void jacobian(std::span<const double> x, const Parameters<double, 0>&, Jacobian& jacobian) {
    const SoftmaxWeights softmin(x, -1);
    for (std::size_t i = 0; i < x.size(); ++i) {
      for (std::size_t j = 0; j < x.size(); ++j) jacobian.set(i, j, -softmin.derivative(i, j));
    }
  }
};

}  // namespace lab
