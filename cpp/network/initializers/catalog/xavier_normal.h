#pragma once

#include "math/distributions.h"
#include "network/initializers/initializer.h"

namespace lab {

/// Keeps the variance of signals and of gradients, as far as both can be kept.
struct XavierNormal {
  static constexpr InitializerInfo info{
      .choice = {.key = "xavier_normal",
                 .name = "Xavier normal",
                 .name_zh = "Xavier 正态",
                 .latex = R"(w \sim N(0, g^2 \frac{2}{n_{in} + n_{out}}))",
                 .parameters = {},
                 .pytorch = "nn.init.xavier_normal_(w, gain={gain})",
                 .paper = {.authors = "Glorot, Bengio",
                           .year = 2010,
                           .title =
                               "Understanding the difficulty of training deep feedforward neural networks",
                           .url = "https://proceedings.mlr.press/v9/glorot10a.html"}},
      .uses_gain = true};

  static void fill(const InitializerArguments& arguments) {
    const double deviation =
        arguments.gain * __builtin_sqrt(2.0 / static_cast<double>(arguments.inputs + arguments.units));
    fill_normal(arguments.weights, 0, deviation, arguments.random);
  }
};

}  // namespace lab
