#pragma once

#include "math/distributions.h"
#include "network/initializers/initializer.h"

namespace lab {

/// What nn.Linear does by itself, biases included.
struct PytorchDefault {
  static constexpr InitializerInfo info{
      .choice = {.key = "pytorch_default",
                 .name = "PyTorch default",
                 .name_zh = "PyTorch 默认",
                 .latex = R"(w, b \sim U(-\frac{1}{\sqrt{n_{in}}}, \frac{1}{\sqrt{n_{in}}}))",
                 .parameters = {},
                 .pytorch = "nn.Linear(n_in, n_out)",
                 .paper = {.authors = "LeCun, Bottou, Orr, Müller",
                           .year = 1998,
                           .title = "Efficient BackProp",
                           .url = "https://doi.org/10.1007/3-540-49430-8_2"}}};

  static void fill(const InitializerArguments& arguments) {
    const double bound = 1 / __builtin_sqrt(static_cast<double>(arguments.inputs));
    fill_uniform(arguments.weights, -bound, bound, arguments.random);
    fill_uniform(arguments.bias, -bound, bound, arguments.random);
  }
};

}  // namespace lab
