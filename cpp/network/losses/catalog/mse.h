#pragma once

#include "network/losses/loss.h"

namespace lab {

/// Mean squared error, over the outputs as well as the samples: PyTorch's.
struct Mse {
  static constexpr LossInfo info{.choice = {.key = "mse",
                                            .name = "Mean squared error",
                                            .name_zh = "均方误差",
                                            .latex = R"(\frac{1}{k} \sum_j (o_j - t_j)^2)",
                                            .parameters = {},
                                            .pytorch = "nn.MSELoss()",
                                            .paper = {}},
                                 .keras = "keras.losses.MeanSquaredError()",
                                 .tasks = {Task::binary, Task::multi_class, Task::regression, Task::curve}};

  using Lanes = f32x4;
  static constexpr bool mean_over_outputs = true;

  static double value(double output, double target, const double*) {
    return (output - target) * (output - target);
  }
  static f32x4 derivative(f32x4 output, f32x4 target, const double*) {
    return f32x4(2.0f) * (output - target);
  }
};

}  // namespace lab
