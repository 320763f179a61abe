#pragma once

#include "activations/vector/vector_activation.h"

namespace lab {

/// The largest of each `pieces` consecutive inputs.
///
/// The first of several equal inputs gets the whole gradient, as with PyTorch's max along a dimension. A NaN
/// is taken for the largest.
struct Maxout {
  static constexpr VectorInfo info{
      .key = "maxout",
      .name = "Maxout",
      .name_zh = {},
      .latex = R"(y_i = \max_{1 \le m \le k} x_{(i-1)k + m})",
      .latex_jacobian =
          R"(\frac{\partial y_i}{\partial x_j} = \begin{cases} 1 & x_j \text{ is the largest of group } i \\ 0 & \text{otherwise} \end{cases})",
      .parameters = {{.key = "pieces",
                      .symbol = "k",
                      .initial = 2,
                      .minimum = 2,
                      .maximum = max_vector_length,
                      .slider_minimum = 2,
                      .slider_maximum = 6,
                      .step = 1}},
      .code = {.pytorch_module = {},
               .pytorch = "x.view(-1, {pieces}).max(dim=-1).values",
               .keras = "keras.ops.max(keras.ops.reshape(x, (-1, {pieces})), axis=-1)",
               .jax = "x.reshape(-1, {pieces}).max(axis=-1)",
               .onnx = {},
               .javascript = {},
               .javascript_derivative = {}},
      .paper = {.authors = "Goodfellow, Warde-Farley, Mirza, Courville, Bengio",
                .year = 2013,
                .title = "Maxout Networks",
                .url = "https://arxiv.org/abs/1302.4389"},
      .accuracy = {.value = exact, .jacobian = exact}};

  /// The number of pieces must be whole.
  static constexpr LengthRule length_rule(const Parameters<double, 1>& parameters) {
    const auto pieces = static_cast<std::size_t>(parameters[0]);
    return {.inputs = static_cast<double>(pieces) == parameters[0] ? pieces : 0, .outputs = 1};
  }

  static void value(std::span<const double> x, const Parameters<double, 1>& parameters, std::span<double> y) {
    const std::size_t pieces = length_rule(parameters).inputs;
    for (std::size_t i = 0; i < y.size(); ++i) y[i] = x[largest(x, i * pieces, pieces)];
  }

  static void jacobian(std::span<const double> x, const Parameters<double, 1>& parameters,
                       Jacobian& jacobian) {
    const std::size_t pieces = length_rule(parameters).inputs;
    for (std::size_t i = 0; i < x.size() / pieces; ++i) jacobian.set(i, largest(x, i * pieces, pieces), 1);
  }

 private:
  static std::size_t largest(std::span<const double> x, std::size_t first, std::size_t pieces) {
    std::size_t best = first;
    for (std::size_t j = first + 1; j < first + pieces; ++j) {
      const bool is_first_nan = x[j] != x[j] && x[best] == x[best];
      if (x[j] > x[best] || is_first_nan) best = j;
    }
    return best;
  }
};

}  // namespace lab
