#pragma once

#include "math/distributions.h"
#include "network/initializers/initializer.h"

namespace lab {

/// Keeps the variance of the signal through a layer with its activation.
struct KaimingNormal {
  static constexpr InitializerInfo info{
      .choice = {.key = "kaiming_normal",
                 .name = "Kaiming normal",
                 .name_zh = "Kaiming 正态",
                 .latex = R"(w \sim N(0, \frac{g^2}{n_{in}}))",
                 .parameters = {},
                 .pytorch = "nn.init.kaiming_normal_(w)",
                 .paper = {.authors = "He, Zhang, Ren, Sun",
                           .year = 2015,
                           .title = "Delving Deep into Rectifiers: Surpassing Human-Level Performance on "
                                    "ImageNet Classification",
                           .url = "https://arxiv.org/abs/1502.01852"}},
      .uses_gain = true};

  static void fill(const InitializerArguments& arguments) {
    const double deviation = arguments.gain / __builtin_sqrt(static_cast<double>(arguments.inputs));
    fill_normal(arguments.weights, 0, deviation, arguments.random);
  }
};

}  // namespace lab
