#pragma once

#include "activations/catalog/sigmoid.h"
#include "activations/vector/gated_linear_unit.h"

namespace lab {

/// Gated linear unit: the first half, gated by the sigmoid of the second.
struct Glu : GatedLinearUnit<Sigmoid, GateHalf::second> {
  static constexpr VectorInfo info{
      .key = "glu",
      .name = "GLU",
      .name_zh = "GLU（门控线性单元）",
      .latex = R"(y_i = a_i\,\sigma(b_i),\quad x = (a, b))",
      .latex_jacobian =
          R"(\frac{\partial y_i}{\partial a_j} = \delta_{ij}\,\sigma(b_i),\quad \frac{\partial y_i}{\partial b_j} = \delta_{ij}\,a_i\,\sigma'(b_i))",
      .parameters = {},
      .code = {.pytorch_module = "nn.GLU(dim=-1)",
               .pytorch = "F.glu(x, dim=-1)",
               .keras = "keras.activations.glu(x)",
               .jax = "jax.nn.glu(x)",
               .onnx = {},
               .javascript = {},
               .javascript_derivative = {}},
      .paper = {.authors = "Dauphin, Fan, Auli, Grangier",
                .year = 2016,
                .title = "Language Modeling with Gated Convolutional Networks",
                .url = "https://arxiv.org/abs/1612.08083"},
      .accuracy = {.value = rounded_once, .jacobian = rounded_once}};
};

}  // namespace lab
