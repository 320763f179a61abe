#pragma once

#include "network/datasets/dataset.h"

namespace lab::dataset {

/// One kink: two rectifiers are enough. Scaled to reach 1 at the border.
struct Absolute {
  static constexpr DatasetInfo info{.choice = {.key = "absolute",
                                               .name = "Absolute value",
                                               .name_zh = "绝对值",
                                               .latex = R"(\frac{|x|}{6})",
                                               .parameters = {},
                                               .pytorch = "",
                                               .paper = {}},
                                    .tasks = {Task::curve},
                                    .columns = 1,
                                    .noise = NoiseEffect::targets};

  static double value(double x, const double*) { return (x < 0 ? -x : x) / 6; }
};

}  // namespace lab::dataset
