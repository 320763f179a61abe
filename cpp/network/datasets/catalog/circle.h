#pragma once

#include "network/datasets/playground.h"
#include "network/datasets/sampling.h"

namespace lab::dataset {

/// A disc within a ring: TensorFlow Playground's. A point's class is that of a place up to 5 * noise beside
/// it.
struct Circle {
  static constexpr DatasetInfo info{.choice = {.key = "circle",
                                               .name = "Circle",
                                               .name_zh = "圆",
                                               .latex = R"(x_1^2 + x_2^2 < 2.5^2)",
                                               .parameters = {},
                                               .pytorch = "",
                                               .paper = playground_paper},
                                    .tasks = {Task::binary, Task::multi_class},
                                    .fewest_classes = 2,
                                    .most_classes = 2,
                                    .noise = NoiseEffect::targets};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t index) {
    const bool inside = class_member(arguments, index).label == 1;
    const double radius = inside ? uniform(arguments.random, 0, 0.5 * disc_radius)
                                 : uniform(arguments.random, 0.7 * disc_radius, disc_radius);
    LabelledPoint point = polar_point(radius, uniform(arguments.random, 0, 2 * std::numbers::pi));
    const LabelledPoint place = moved_uniformly(point, disc_radius * arguments.noise, arguments.noise_random);
    point.target = place.x1 * place.x1 + place.x2 * place.x2 < 0.25 * disc_radius * disc_radius ? 1 : 0;
    return point;
  }
};

}  // namespace lab::dataset
