#pragma once

#include "network/datasets/playground.h"
#include "network/datasets/sampling.h"

namespace lab::dataset {

/// Four quadrants with a gap along the axes, as in TensorFlow Playground; there the quadrants are filled by
/// chance, here equally. A point's class is that of a place up to 5 * noise beside it.
struct Xor {
  static constexpr DatasetInfo info{.choice = {.key = "xor",
                                               .name = "XOR, four quadrants",
                                               .name_zh = "异或（四象限）",
                                               .latex = R"(x_1 x_2 \ge 0)",
                                               .parameters = {},
                                               .pytorch = "",
                                               .paper = playground_paper},
                                    .tasks = {Task::binary, Task::multi_class},
                                    .fewest_classes = 2,
                                    .most_classes = 2,
                                    .noise = NoiseEffect::targets};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t index) {
    constexpr double half_side = 5, padding = 0.3;
    // Round the quadrants, so that the classes alternate.
    const double sign1 = index % 4 < 2 ? 1 : -1;
    const double sign2 = index % 4 == 1 || index % 4 == 2 ? -1 : 1;
    LabelledPoint point{.x1 = sign1 * uniform(arguments.random, padding, padding + half_side),
                        .x2 = sign2 * uniform(arguments.random, padding, padding + half_side),
                        .target = 0};
    const LabelledPoint place = moved_uniformly(point, half_side * arguments.noise, arguments.noise_random);
    point.target = place.x1 * place.x2 >= 0 ? 1 : 0;
    return point;
  }
};

}  // namespace lab::dataset
