#pragma once

#include "math/distributions.h"
#include "network/initializers/initializer.h"

namespace lab {

/// Keeps the variance of the signal through a linear layer.
struct LecunUniform {
  static constexpr InitializerInfo info{
      .choice = {.key = "lecun_uniform",
                 .name = "LeCun uniform",
                 .name_zh = "LeCun 均匀",
                 .latex = R"(w \sim U(-a, a),\quad a = \sqrt{\frac{3}{n_{in}}})",
                 .parameters = {},
                 .pytorch = "nn.init.uniform_(w, -(3 / n_in) ** 0.5, (3 / n_in) ** 0.5)",
                 .paper = {.authors = "LeCun, Bottou, Orr, Müller",
                           .year = 1998,
                           .title = "Efficient BackProp",
                           .url = "https://doi.org/10.1007/3-540-49430-8_2"}}};

  static void fill(const InitializerArguments& arguments) {
    const double bound = __builtin_sqrt(3.0 / static_cast<double>(arguments.inputs));
    fill_uniform(arguments.weights, -bound, bound, arguments.random);
  }
};

}  // namespace lab
