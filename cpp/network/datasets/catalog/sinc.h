#pragma once

#include "network/datasets/dataset.h"

namespace lab::dataset {

/// A peak with waves that die away.
struct Sinc {
  static constexpr DatasetInfo info{
      .choice = {.key = "sinc",
                 .name = "Sinc",
                 .name_zh = "Sinc 函数",
                 .latex = R"(\frac{\sin(\omega x)}{\omega x})",
                 .parameters = {parameter("frequency", R"(\omega)", 2, 0.5, 4, 0.25)},
                 .pytorch = "",
                 .paper = {}},
      .tasks = {Task::curve},
      .columns = 1,
      .noise = NoiseEffect::targets};

  static double value(double x, const double* parameters) {
    const double angle = parameters[0] * x;
    return angle == 0 ? 1 : sin(f64(angle)).value / angle;
  }
};

}  // namespace lab::dataset
