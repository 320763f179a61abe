#pragma once

#include "network/datasets/dataset.h"

namespace lab::dataset {

/// One jump, which a smooth network can only come close to.
struct Step {
  static constexpr DatasetInfo info{
      .choice = {.key = "step",
                 .name = "Step",
                 .name_zh = "阶跃",
                 .latex = R"(\begin{cases} 1 & x \ge 0 \\ 0 & x < 0 \end{cases})",
                 .parameters = {},
                 .pytorch = "",
                 .paper = {}},
      .tasks = {Task::curve},
      .columns = 1,
      .noise = NoiseEffect::targets};

  static double value(double x, const double*) { return x < 0 ? 0 : 1; }
};

}  // namespace lab::dataset
