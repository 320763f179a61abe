#pragma once

#include "network/datasets/sampling.h"

namespace lab::dataset {

/// Squares of two classes by turns, a corner of four at the origin. A point's class is that of a place up to
/// 5 * noise beside it, as with XOR.
struct Checkerboard {
  static constexpr DatasetInfo info{
      .choice = {.key = "checkerboard",
                 .name = "Checkerboard",
                 .name_zh = "棋盘",
                 .latex = R"(\lfloor x_1 / s \rfloor + \lfloor x_2 / s \rfloor \equiv 0 \pmod 2)",
                 .parameters = {parameter("side", "s", 3, 1, 6, 0.5)},
                 .pytorch = "",
                 .paper = {}},
      .tasks = {Task::binary, Task::multi_class},
      .fewest_classes = 2,
      .most_classes = 2,
      .noise = NoiseEffect::targets};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t index) {
    const double side = arguments.parameters[0];
    LabelledPoint point{.x1 = uniform(arguments.random, -square_half_side, square_half_side),
                        .x2 = uniform(arguments.random, -square_half_side, square_half_side),
                        .target = 0};
    // The mirror image has the other class.
    if (label(point, side) != class_member(arguments, index).label) point.x1 = -point.x1;
    const LabelledPoint place = moved_uniformly(point, disc_radius * arguments.noise, arguments.noise_random);
    point.target = static_cast<double>(label(place, side));
    return point;
  }

 private:
  static std::size_t label(const LabelledPoint& point, double side) {
    return (square(point.x1, side) + square(point.x2, side)) % 2 == 0 ? 1 : 0;
  }
  static int square(double x, double side) {
    const int towards_zero = static_cast<int>(x / side);
    return x < towards_zero * side ? towards_zero - 1 : towards_zero;
  }
};

}  // namespace lab::dataset
