#pragma once

#include "math/distributions.h"
#include "network/initializers/initializer.h"

namespace lab {

/// Keeps the variance of signals and of gradients, as far as both can be kept.
struct XavierUniform {
  static constexpr InitializerInfo info{
      .choice = {.key = "xavier_uniform",
                 .name = "Xavier uniform",
                 .name_zh = "Xavier 均匀",
                 .latex = R"(w \sim U(-a, a),\quad a = g \sqrt{\frac{6}{n_{in} + n_{out}}})",
                 .parameters = {},
                 .pytorch = "nn.init.xavier_uniform_(w, gain={gain})",
                 .paper = {.authors = "Glorot, Bengio",
                           .year = 2010,
                           .title =
                               "Understanding the difficulty of training deep feedforward neural networks",
                           .url = "https://proceedings.mlr.press/v9/glorot10a.html"}},
      .uses_gain = true};

  static void fill(const InitializerArguments& arguments) {
    const double bound =
        arguments.gain * __builtin_sqrt(6.0 / static_cast<double>(arguments.inputs + arguments.units));
    fill_uniform(arguments.weights, -bound, bound, arguments.random);
  }
};

}  // namespace lab
