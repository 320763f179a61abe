#pragma once

#include "network/datasets/sampling.h"

namespace lab::dataset {

/// The truth table of XOR.
struct XorPoints {
  static constexpr DatasetInfo info{
      .choice = {.key = "xor_points",
                 .name = "XOR, four points",
                 .name_zh = "异或（四点）",
                 .latex = R"(x_1 \oplus x_2)",
                 // What stands for false; 1 stands for true.
                 .parameters = {parameter("low", R"(x_{\text{false}})", -1, -1, 0, 1)},
                 .pytorch = "",
                 .paper = {.authors = "Minsky, Papert",
                           .year = 1969,
                           .title = "Perceptrons: An Introduction to Computational Geometry",
                           .url = "https://doi.org/10.7551/mitpress/11301.001.0001"}},
      .tasks = {Task::binary, Task::multi_class},
      .fewest_classes = 2,
      .most_classes = 2,
      .fixed_size = 4,
      .splits = false,
      .extent = 2};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t index) {
    const double low = arguments.parameters[0];
    const bool first = index >= 2, second = index % 2 == 1;
    return {.x1 = first ? 1 : low, .x2 = second ? 1 : low, .target = first != second ? 1.0 : 0.0};
  }
};

}  // namespace lab::dataset
