#pragma once

#include "network/datasets/sampling.h"

namespace lab::dataset {

/// Normal clouds, one per class, evenly around a circle: unlike centres drawn by chance these never coincide.
/// Their variance grows from 0.2 by 4 * noise.
struct Blobs {
  static constexpr DatasetInfo info{
      .choice =
          {.key = "blobs",
           .name = "Blobs",
           .name_zh = "团簇",
           .latex =
               R"(\mathcal{N}\!\left(4 \left(\sin \tfrac{2 \pi c}{k}, \cos \tfrac{2 \pi c}{k}\right),\ \tfrac{1}{5} + 4 \cdot \text{noise}\right))",
           .parameters = {},
           .pytorch = "",
           .paper = {}},
      .tasks = {Task::binary, Task::multi_class},
      .fewest_classes = 2,
      .most_classes = max_classes,
      .noise = NoiseEffect::inputs};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t index) {
    const std::size_t label = class_member(arguments, index).label;
    const double share = static_cast<double>(label) / static_cast<double>(arguments.classes);
    const double deviation = __builtin_sqrt(0.2 + 4 * arguments.noise);
    return moved_normally(polar_point(4, 2 * std::numbers::pi * share, label), deviation, arguments.random);
  }
};

}  // namespace lab::dataset
