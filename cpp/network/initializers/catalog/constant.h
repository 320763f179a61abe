#pragma once

#include <algorithm>

#include "network/initializers/initializer.h"

namespace lab {

/// All weights the same.
struct Constant {
  static constexpr InitializerInfo info{
      .choice = {.key = "constant",
                 .name = "Constant",
                 .name_zh = "常数",
                 .latex = R"(w = c)",
                 .parameters = {parameter("value", "c", 0.1, -100, 100, 0.01)},
                 .pytorch = "nn.init.constant_(w, {value})",
                 .paper = {}}};

  static void fill(const InitializerArguments& arguments) {
    std::fill(arguments.weights.begin(), arguments.weights.end(),
              static_cast<float>(arguments.parameters[0]));
  }
};

}  // namespace lab
