#pragma once

#include "network/datasets/sampling.h"

namespace lab::dataset {

/// One ring per class, all about the origin; each point is moved by normal noise.
struct Rings {
  static constexpr DatasetInfo info{
      .choice = {.key = "rings",
                 .name = "Rings",
                 .name_zh = "同心环",
                 .latex = R"(x_1^2 + x_2^2 = \left(5 \cdot \tfrac{c + 1}{k}\right)^2)",
                 .parameters = {},
                 .pytorch = "",
                 .paper = {}},
      .tasks = {Task::binary, Task::multi_class},
      .fewest_classes = 2,
      .most_classes = max_classes,
      .noise = NoiseEffect::inputs};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t index) {
    const ClassMember member = class_member(arguments, index);
    const double share = static_cast<double>(member.label + 1) / static_cast<double>(arguments.classes);
    return moved_normally(
        polar_point(disc_radius * share, 2 * std::numbers::pi * member.position(), member.label),
        arguments.noise, arguments.noise_random);
  }
};

}  // namespace lab::dataset
