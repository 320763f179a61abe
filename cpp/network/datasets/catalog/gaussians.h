#pragma once

#include "network/datasets/playground.h"
#include "network/datasets/sampling.h"

namespace lab::dataset {

/// Two normal clouds whose variance is 0.5 without noise and 4 with noise 0.5: TensorFlow Playground's.
struct Gaussians {
  static constexpr DatasetInfo info{
      .choice = {.key = "gaussians",
                 .name = "Two Gaussians",
                 .name_zh = "两个高斯分布",
                 .latex = R"(\mathcal{N}\!\left(\pm(2, 2),\ \tfrac{1}{2} + 7 \cdot \text{noise}\right))",
                 .parameters = {},
                 .pytorch = "",
                 .paper = playground_paper},
      .tasks = {Task::binary, Task::multi_class},
      .fewest_classes = 2,
      .most_classes = 2,
      .noise = NoiseEffect::inputs};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t index) {
    const std::size_t label = class_member(arguments, index).label;
    const double centre = label == 1 ? 2 : -2;
    const double deviation = __builtin_sqrt(0.5 + 7 * arguments.noise);
    return moved_normally({.x1 = centre, .x2 = centre, .target = static_cast<double>(label)}, deviation,
                          arguments.random);
  }
};

}  // namespace lab::dataset
