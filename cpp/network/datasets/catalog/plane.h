#pragma once

#include "network/datasets/playground.h"
#include "network/datasets/sampling.h"

namespace lab::dataset {

/// TensorFlow Playground's: what a single linear unit can learn. A point's value is that of a place up to
/// 6 * noise beside it.
struct Plane {
  static constexpr DatasetInfo info{.choice = {.key = "plane",
                                               .name = "Plane",
                                               .name_zh = "平面",
                                               .latex = R"(\frac{x_1 + x_2}{10})",
                                               .parameters = {},
                                               .pytorch = "",
                                               .paper = playground_paper},
                                    .tasks = {Task::regression},
                                    .noise = NoiseEffect::targets};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t) {
    return with_value_nearby(arguments, [](double x1, double x2) { return (x1 + x2) / 10; });
  }
};

}  // namespace lab::dataset
