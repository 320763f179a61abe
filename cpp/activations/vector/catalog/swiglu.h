#pragma once

#include "activations/catalog/swish_beta.h"
#include "activations/vector/gated_linear_unit.h"

namespace lab {

/// The Swish of the first half, times the second half.
struct Swiglu : GatedLinearUnit<SwishBeta, GateHalf::first> {
  static constexpr VectorInfo info{
      .key = "swiglu",
      .name = "SwiGLU",
      .name_zh = {},
      .latex = R"(y_i = a_i\,\sigma(\beta a_i)\,b_i,\quad x = (a, b))",
      .latex_jacobian =
          R"(\frac{\partial y_i}{\partial a_j} = \delta_{ij}\,\operatorname{Swish}_\beta'(a_i)\,b_i,\quad \frac{\partial y_i}{\partial b_j} = \delta_{ij}\,\operatorname{Swish}_\beta(a_i))",
      .parameters = SwishBeta::info.parameters,
      .code = {.pytorch_module = {},
               .pytorch = "x.chunk(2, dim=-1)[0] * torch.sigmoid({beta} * x.chunk(2, dim=-1)[0])"
                          " * x.chunk(2, dim=-1)[1]",
               .keras =
                   "keras.ops.split(x, 2)[0] * keras.activations.sigmoid({beta} * keras.ops.split(x, 2)[0])"
                   " * keras.ops.split(x, 2)[1]",
               .jax = "jnp.split(x, 2)[0] * jax.nn.sigmoid({beta} * jnp.split(x, 2)[0]) * jnp.split(x, 2)[1]",
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
