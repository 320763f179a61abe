#pragma once

#include "network/datasets/dataset.h"

namespace lab::dataset {

/// As many waves as the frequency asks for.
struct Sine {
  static constexpr DatasetInfo info{
      .choice = {.key = "sine",
                 .name = "Sine",
                 .name_zh = "正弦",
                 .latex = R"(\sin(\omega x))",
                 .parameters = {parameter("frequency", R"(\omega)", 1, 0.25, 4, 0.25)},
                 .pytorch = "",
                 .paper = {}},
      .tasks = {Task::curve},
      .columns = 1,
      .noise = NoiseEffect::targets};

  static double value(double x, const double* parameters) { return sin(f64(parameters[0] * x)).value; }
};

}  // namespace lab::dataset
