#pragma once

#include "math/distributions.h"
#include "network/initializers/initializer.h"

namespace lab {

/// Keeps the variance of the signal through a linear layer; what SELU was made for.
struct LecunNormal {
  static constexpr InitializerInfo info{
      .choice = {.key = "lecun_normal",
                 .name = "LeCun normal",
                 .name_zh = "LeCun 正态",
                 .latex = R"(w \sim N(0, \frac{1}{n_{in}}))",
                 .parameters = {},
                 .pytorch = "nn.init.normal_(w, std=n_in ** -0.5)",
                 .paper = {.authors = "LeCun, Bottou, Orr, Müller",
                           .year = 1998,
                           .title = "Efficient BackProp",
                           .url = "https://doi.org/10.1007/3-540-49430-8_2"}}};

  static void fill(const InitializerArguments& arguments) {
    fill_normal(arguments.weights, 0, 1 / __builtin_sqrt(static_cast<double>(arguments.inputs)),
                arguments.random);
  }
};

}  // namespace lab
