#pragma once

#include "network/datasets/formula/formula.h"
#include "network/datasets/sampling.h"

namespace lab::dataset {

/// The plane on both sides of a curve that is given as a formula: class 1 above it, and class 0 below and
/// where the formula has no value. A point's class is that of a place up to 6 * noise beside it.
struct Formula {
  static constexpr DatasetInfo info{.choice = {.key = "formula",
                                               .name = "Above a curve",
                                               .name_zh = "曲线上方",
                                               .latex = R"(x_2 > f(x_1))",
                                               .parameters = {},
                                               .pytorch = "",
                                               .paper = {}},
                                    .tasks = {Task::binary, Task::multi_class},
                                    .fewest_classes = 2,
                                    .most_classes = 2,
                                    .noise = NoiseEffect::targets,
                                    .formula = "3 sin(x)"};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t) {
    return with_value_nearby(
        arguments, [&](double x1, double x2) -> double { return x2 > (*arguments.formula)(x1) ? 1 : 0; });
  }
};

}  // namespace lab::dataset
