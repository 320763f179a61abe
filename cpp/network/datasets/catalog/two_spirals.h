#pragma once

#include "network/datasets/playground.h"
#include "network/datasets/sampling.h"

namespace lab::dataset {

/// Two arms about each other, each point moved by up to the noise: TensorFlow Playground's, but for its
/// first two points, which lie in the centre both, with different classes.
struct TwoSpirals {
  static constexpr DatasetInfo info{.choice = {.key = "two_spirals",
                                               .name = "Two spirals",
                                               .name_zh = "双螺旋",
                                               .latex = R"(r = 5 u,\ \varphi = 2 \pi (t u + \tfrac{c}{2}))",
                                               .parameters = {parameter("turns", "t", 1.75, 0.25, 4, 0.25)},
                                               .pytorch = "",
                                               .paper = playground_paper},
                                    .tasks = {Task::binary, Task::multi_class},
                                    .fewest_classes = 2,
                                    .most_classes = 2,
                                    .noise = NoiseEffect::inputs};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t index) {
    return spiral_point(arguments, index, arguments.parameters[0]);
  }
};

}  // namespace lab::dataset
