#pragma once

#include "math/distributions.h"
#include "network/initializers/initializer.h"

namespace lab {

/// TensorFlow Playground's: small weights, and biases of 0.1 that keep most ReLUs alive at first.
struct Uniform {
  static constexpr InitializerInfo info{
      .choice = {.key = "uniform",
                 .name = "Uniform",
                 .name_zh = "均匀分布",
                 .latex = R"(w \sim U(-\tfrac{1}{2}, \tfrac{1}{2}),\quad b = 0.1)",
                 .parameters = {},
                 .pytorch = "",
                 .paper = {}}};

  static void fill(const InitializerArguments& arguments) {
    fill_uniform(arguments.weights, -0.5, 0.5, arguments.random);
    for (float& bias : arguments.bias) bias = 0.1f;
  }
};

}  // namespace lab
