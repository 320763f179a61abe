#pragma once

#include "network/losses/loss.h"

namespace lab {

/// Half the squared error, summed over the outputs: TensorFlow Playground's.
struct HalfSquared {
  static constexpr LossInfo info{.choice = {.key = "half_squared",
                                            .name = "Half squared error",
                                            .name_zh = "半平方误差",
                                            .latex = R"(\frac{1}{2} \sum_j (o_j - t_j)^2)",
                                            .parameters = {},
                                            .pytorch = "lambda o, t: 0.5 * ((o - t) ** 2).sum(1).mean()",
                                            .paper = {}},
                                 .keras = "lambda t, o: 0.5 * keras.ops.sum((o - t) ** 2, axis=1)",
                                 .tasks = {Task::binary, Task::multi_class, Task::regression, Task::curve}};

  using Lanes = f32x4;
  static constexpr bool mean_over_outputs = false;

  static double value(double output, double target, const double*) {
    return 0.5 * (output - target) * (output - target);
  }
  static f32x4 derivative(f32x4 output, f32x4 target, const double*) { return output - target; }
};

}  // namespace lab
