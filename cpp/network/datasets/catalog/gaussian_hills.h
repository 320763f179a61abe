#pragma once

#include "network/datasets/playground.h"
#include "network/datasets/sampling.h"

namespace lab::dataset {

/// Three hills and three hollows by turns, which in TensorFlow Playground, where they come from, are called
/// Gaussians: cones of height 1 and radius 2. A point's value is that of a place up to 6 * noise beside it.
struct GaussianHills {
  static constexpr DatasetInfo info{
      .choice = {.key = "gaussian_hills",
                 .name = "Hills and hollows",
                 .name_zh = "峰与谷",
                 .latex = R"(\pm \max\left(0,\ 1 - \tfrac{1}{2} \lVert x - m_i \rVert\right))",
                 .parameters = {},
                 .pytorch = "",
                 .paper = playground_paper},
      .tasks = {Task::regression},
      .noise = NoiseEffect::targets};

  static LabelledPoint point(const DatasetArguments& arguments, std::size_t) {
    return with_value_nearby(arguments, height);
  }

 private:
  static double height(double x1, double x2) {
    double result = 0;
    // They do not overlap.
    for (int column = -1; column <= 1; ++column) {
      for (int row = -1; row <= 1; row += 2) {
        const double d1 = x1 - 4 * column, d2 = x2 - 2.5 * row;
        const double cone = 1 - __builtin_sqrt(d1 * d1 + d2 * d2) / 2;
        const bool hill = (column == 0) == (row < 0);
        if (cone > 0) result = hill ? cone : -cone;
      }
    }
    return result;
  }
};

}  // namespace lab::dataset
