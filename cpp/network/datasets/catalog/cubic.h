#pragma once

#include "network/datasets/dataset.h"

namespace lab::dataset {

/// Chebyshev's polynomial of degree 3: of all cubics that stay within 1, the one that turns most, where x^3
/// never does.
struct Cubic {
  static constexpr DatasetInfo info{.choice = {.key = "cubic",
                                               .name = "Cubic",
                                               .name_zh = "三次多项式",
                                               .latex = R"(4 u^3 - 3 u,\ u = \tfrac{x}{6})",
                                               .parameters = {},
                                               .pytorch = "",
                                               .paper = {}},
                                    .tasks = {Task::curve},
                                    .columns = 1,
                                    .noise = NoiseEffect::targets};

  static double value(double x, const double*) {
    const double u = x / 6;
    return (4 * u * u - 3) * u;
  }
};

}  // namespace lab::dataset
