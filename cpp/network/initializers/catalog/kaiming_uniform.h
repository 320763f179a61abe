#pragma once

#include "math/distributions.h"
#include "network/initializers/initializer.h"

namespace lab {

/// Keeps the variance of the signal through a layer with its activation.
struct KaimingUniform {
  static constexpr InitializerInfo info{
      .choice = {.key = "kaiming_uniform",
                 .name = "Kaiming uniform",
                 .name_zh = "Kaiming 均匀",
                 .latex = R"(w \sim U(-a, a),\quad a = g \sqrt{\frac{3}{n_{in}}})",
                 .parameters = {},
                 .pytorch = "nn.init.kaiming_uniform_(w)",
                 .paper = {.authors = "He, Zhang, Ren, Sun",
                           .year = 2015,
                           .title = "Delving Deep into Rectifiers: Surpassing Human-Level Performance on "
                                    "ImageNet Classification",
                           .url = "https://arxiv.org/abs/1502.01852"}},
      .uses_gain = true};

  static void fill(const InitializerArguments& arguments) {
    const double bound = arguments.gain * __builtin_sqrt(3.0 / static_cast<double>(arguments.inputs));
    fill_uniform(arguments.weights, -bound, bound, arguments.random);
  }
};

}  // namespace lab
