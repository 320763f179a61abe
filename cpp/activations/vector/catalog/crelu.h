#pragma once

#include <algorithm>

#include "activations/vector/vector_activation.h"

namespace lab {

/// Concatenated rectified linear unit: the positive parts, then the negative parts; twice as long as its
/// input.
struct Crelu {
  static constexpr VectorInfo info{
      .key = "crelu",
      .name = "CReLU",
      .name_zh = {},
      .latex = R"(y = \bigl(\max(0, x),\ \max(0, -x)\bigr))",
      .latex_jacobian =
          R"(\frac{\partial y_i}{\partial x_j} = \delta_{ij}\,[x_j > 0],\quad \frac{\partial y_{n+i}}{\partial x_j} = -\delta_{ij}\,[x_j < 0])",
      .parameters = {},
      .code = {.pytorch_module = {},
               .pytorch = "torch.cat((F.relu(x), F.relu(-x)), dim=-1)",
               .keras = "keras.ops.relu(keras.ops.concatenate((x, -x), axis=-1))",
               .jax = "jax.nn.relu(jnp.concatenate((x, -x), axis=-1))",
               .onnx = {},
               .javascript = {},
               .javascript_derivative = {}},
      .paper = {.authors = "Shang, Sohn, Almeida, Lee",
                .year = 2016,
                .title = "Understanding and Improving Convolutional Neural Networks via Concatenated "
                         "Rectified Linear Units",
                .url = "https://arxiv.org/abs/1603.05201"},
      .accuracy = {.value = exact, .jacobian = exact}};

  static constexpr LengthRule length_rule(const Parameters<double, 0>&) {
    return {.inputs = 1, .outputs = 2};
  }

  static void value(std::span<const double> x, const Parameters<double, 0>&, std::span<double> y) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      y[i] = x[i] < 0 ? 0 : x[i];
      y[x.size() + i] = x[i] > 0 ? 0 : -x[i];
    }
  }

  static void jacobian(std::span<const double> x, const Parameters<double, 0>&, Jacobian& jacobian) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      jacobian.set(i, i, x[i] > 0 ? 1 : 0);
      jacobian.set(x.size() + i, i, x[i] < 0 ? -1 : 0);
    }
  }
};

}  // namespace lab
