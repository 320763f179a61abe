#pragma once

#include "activations/catalog/gelu.h"
#include "activations/vector/gated_linear_unit.h"

namespace lab {

/// The GELU of the first half, times the second half.
struct Geglu : GatedLinearUnit<Gelu, GateHalf::first> {
  static constexpr VectorInfo info{
      .key = "geglu",
      .name = "GEGLU",
      .name_zh = {},
      .latex = R"(y_i = \operatorname{GELU}(a_i)\,b_i,\quad x = (a, b))",
      .latex_jacobian =
          R"(\frac{\partial y_i}{\partial a_j} = \delta_{ij}\,\operatorname{GELU}'(a_i)\,b_i,\quad \frac{\partial y_i}{\partial b_j} = \delta_{ij}\,\operatorname{GELU}(a_i))",
      .parameters = {},
      .code = {.pytorch_module = {},
               .pytorch = "F.gelu(x.chunk(2, dim=-1)[0]) * x.chunk(2, dim=-1)[1]",
               .keras = "keras.activations.gelu(keras.ops.split(x, 2)[0]) * keras.ops.split(x, 2)[1]",
               .jax = "jax.nn.gelu(jnp.split(x, 2)[0], approximate=False) * jnp.split(x, 2)[1]",
               .onnx = {},
               .javascript = {},
               .javascript_derivative = {}},
      .paper = {.authors = "Shazeer",
                .year = 2020,
                .title = "GLU Variants Improve Transformer",
                .url = "https://arxiv.org/abs/2002.05202"},
      .accuracy = {.value = rounded_once, .jacobian = rounded_once_near_root}};
};

}  // namespace lab
