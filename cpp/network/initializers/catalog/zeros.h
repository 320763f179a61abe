#pragma once

#include <algorithm>

#include "network/initializers/initializer.h"

namespace lab {

/// All weights 0: every unit of a layer stays the same as its neighbours.
struct Zeros {
  static constexpr InitializerInfo info{.choice = {.key = "zeros",
                                                   .name = "Zeros",
                                                   .name_zh = "全零",
                                                   .latex = R"(w = 0)",
                                                   .parameters = {},
                                                   .pytorch = "nn.init.zeros_(w)",
                                                   .paper = {}}};

  static void fill(const InitializerArguments& arguments) {
    std::fill(arguments.weights.begin(), arguments.weights.end(), 0.0f);
  }
};

}  // namespace lab
