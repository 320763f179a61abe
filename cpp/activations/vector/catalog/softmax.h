#pragma once

#include "activations/vector/softmax_weights.h"

namespace lab {

/// Normalised exponential function.
struct Softmax {
  static constexpr VectorInfo info{
      .key = "softmax",
      .name = "Softmax",
      .name_zh = "Softmax（归一化指数函数）",
      .latex = R"(y_i = \frac{e^{x_i}}{\sum_k e^{x_k}})",
      .latex_jacobian = R"(\frac{\partial y_i}{\partial x_j} = y_i\,(\delta_{ij} - y_j))",
      .parameters = {},
      .code = {.pytorch_module = "nn.Softmax(dim=-1)",
               .pytorch = "F.softmax(x, dim=-1)",
               .keras = "keras.activations.softmax(x)",
               .jax = "jax.nn.softmax(x)",
               .onnx = "Softmax(axis=-1)",
               .javascript = {},
               .javascript_derivative = {}},
      .paper = {.authors = "Bridle",
                .year = 1990,
                .title = "Probabilistic Interpretation of Feedforward Classification Network Outputs, with "
                         "Relationships "
                         "to Statistical Pattern Recognition",
                .url = "https://doi.org/10.1007/978-3-642-76153-9_28"},
      .accuracy = {.value = rounded_once, .jacobian = rounded_once}};

  static constexpr LengthRule length_rule(const Parameters<double, 0>&) {
    return {.inputs = 1, .outputs = 1};
  }

  static void value(std::span<const double> x, const Parameters<double, 0>&, std::span<double> y) {
    const SoftmaxWeights softmax(x, 1);
    for (std::size_t i = 0; i < y.size(); ++i) y[i] = softmax.probability(i);
  }

  static void jacobian(std::span<const double> x, const Parameters<double, 0>&, Jacobian& jacobian) {
    const SoftmaxWeights softmax(x, 1);
    for (std::size_t i = 0; i < x.size(); ++i) {
      for (std::size_t j = 0; j < x.size(); ++j) jacobian.set(i, j, softmax.derivative(i, j));
    }
  }
};

}  // namespace lab
