#pragma once

#include "network/losses/loss.h"

namespace lab {

/// Squared near the target, linear further off than delta.
struct Huber {
  static constexpr LossInfo info{
      .choice =
          {.key = "huber",
           .name = "Huber",
           .name_zh = "Huber 损失",
           .latex =
               R"(\frac{1}{k} \sum_j \begin{cases} \frac{1}{2} (o_j - t_j)^2 & |o_j - t_j| \le \delta \\ \delta (|o_j - t_j| - \frac{1}{2} \delta) & \text{otherwise} \end{cases})",
           .parameters = {parameter("delta", R"(\delta)", 1, 0.001, 1000, 0.1)},
           .pytorch = "nn.HuberLoss(delta={delta})",
           .paper = {.authors = "Huber",
                     .year = 1964,
                     .title = "Robust Estimation of a Location Parameter",
                     .url = "https://doi.org/10.1214/aoms/1177703732"}},
      .keras = "keras.losses.Huber(delta={delta})",
      .tasks = {Task::binary, Task::multi_class, Task::regression, Task::curve}};

  using Lanes = f32x4;
  static constexpr bool mean_over_outputs = true;

  static double value(double output, double target, const double* parameters) {
    const double delta = parameters[0];
    const double distance = output < target ? target - output : output - target;
    return distance > delta ? delta * (distance - 0.5 * delta) : 0.5 * distance * distance;
  }
  static f32x4 derivative(f32x4 output, f32x4 target, const double* parameters) {
    const f32x4 delta(parameters[0]);
    return max(min(output - target, delta), -delta);
  }
};

}  // namespace lab
