#pragma once

#include "network/datasets/sampling.h"

namespace lab::dataset {

/// Two half circles that reach into each other: scikit-learn's make_moons, enlarged from radius 1 to 10 / 3
/// and centred. Each point is moved by normal noise.
struct Moons {
  static constexpr DatasetInfo info{
      .choice = {.key = "moons",
                 .name = "Moons",
                 .name_zh = "双月",
                 .latex = R"((\cos t, \sin t),\ (1 - \cos t, \tfrac{1}{2} - \sin t))",
                 .parameters = {},
                 .pytorch = "",
                 .paper = {.authors = "Pedregosa et al.",
                           .year = 2011,
                           .title = "Scikit-learn: Machine Learning in Python",
                           .url = "https://jmlr.org/papers/v12/pedregosa11a.html"}},
      .tasks = {Task::binary, Task::multi_class},
      .fewest_classes = 2,
      .most_classes = 2,
      .noise = NoiseEffect::inputs};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t index) {
    const ClassMember member = class_member(arguments, index);
    const f64 angle = std::numbers::pi * member.position();
    const double side = member.label == 0 ? 1 : -1;
    const LabelledPoint point{.x1 = disc_radius / 1.5 * side * (cos(angle).value - 0.5),
                              .x2 = disc_radius / 1.5 * side * (sin(angle).value - 0.25),
                              .target = static_cast<double>(member.label)};
    return moved_normally(point, arguments.noise, arguments.noise_random);
  }
};

}  // namespace lab::dataset
