#pragma once

#include "activations/catalog/relu.h"
#include "activations/vector/gated_linear_unit.h"

namespace lab {

/// The ReLU of the first half, times the second half.
struct Reglu : GatedLinearUnit<Relu, GateHalf::first> {
  static constexpr VectorInfo info{
      .key = "reglu",
      .name = "ReGLU",
      .name_zh = {},
      .latex = R"(y_i = \max(0, a_i)\,b_i,\quad x = (a, b))",
      .latex_jacobian =
          R"(\frac{\partial y_i}{\partial a_j} = \delta_{ij}\,[a_i > 0]\,b_i,\quad \frac{\partial y_i}{\partial b_j} = \delta_{ij}\,\max(0, a_i))",
      .parameters = {},
      .code = {.pytorch_module = {},
               .pytorch = "F.relu(x.chunk(2, dim=-1)[0]) * x.chunk(2, dim=-1)[1]",
               .keras = "keras.ops.relu(keras.ops.split(x, 2)[0]) * keras.ops.split(x, 2)[1]",
               .jax = "jax.nn.relu(jnp.split(x, 2)[0]) * jnp.split(x, 2)[1]",
               .onnx = {},
               .javascript = {},
               .javascript_derivative = {}},
      .paper = {.authors = "Shazeer",
                .year = 2020,
                .title = "GLU Variants Improve Transformer",
                .url = "https://arxiv.org/abs/2002.05202"},
      .accuracy = {.value = {.ulp = 0.5}, .jacobian = exact}};
};

}  // namespace lab
