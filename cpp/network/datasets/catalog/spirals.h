#pragma once

#include "network/datasets/sampling.h"

namespace lab::dataset {

/// One arm per class, with the noise of TensorFlow Playground's spirals; the case study turns by noise
/// instead.
struct Spirals {
  static constexpr DatasetInfo info{
      .choice = {.key = "spirals",
                 .name = "Spirals",
                 .name_zh = "多臂螺旋",
                 .latex = R"(r = 5 u,\ \varphi = 2 \pi (t u + \tfrac{c}{k}))",
                 .parameters = {parameter("turns", "t", 0.75, 0.25, 4, 0.25)},
                 .pytorch = "",
                 .paper = {.authors = "Karpathy",
                           .year = 2015,
                           .title = "CS231n: Putting it together, a minimal neural network case study",
                           .url = "https://cs231n.github.io/neural-networks-case-study/"}},
      .tasks = {Task::binary, Task::multi_class},
      .fewest_classes = 2,
      .most_classes = max_classes,
      .noise = NoiseEffect::inputs};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t index) {
    return spiral_point(arguments, index, arguments.parameters[0]);
  }
};

}  // namespace lab::dataset
