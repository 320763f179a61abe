#pragma once

#include "network/losses/loss.h"

namespace lab {

/// Hinge loss; the classes are -1 and 1.
struct Hinge {
  static constexpr LossInfo info{.choice = {.key = "hinge",
                                            .name = "Hinge",
                                            .name_zh = "合页损失",
                                            .latex = R"(\frac{1}{k} \sum_j \max(0, 1 - t_j o_j))",
                                            .parameters = {},
                                            .pytorch = "lambda o, t: F.relu(1 - t * o).mean()",
                                            .paper = {.authors = "Cortes, Vapnik",
                                                      .year = 1995,
                                                      .title = "Support-Vector Networks",
                                                      .url = "https://doi.org/10.1007/BF00994018"}},
                                 .keras = "keras.losses.Hinge()",
                                 .tasks = {Task::binary},
                                 .outputs = OutputRule::any,
                                 .signed_targets = true};

  using Lanes = f32x4;
  static constexpr bool mean_over_outputs = true;

  static double value(double output, double target, const double*) {
    const double gap = 1 - target * output;
    // A NaN stays one.
    return gap < 0 ? 0 : gap;
  }
  /// 0 where the margin is exactly 1, as the ReLU form has it.
  static f32x4 derivative(f32x4 output, f32x4 target, const double*) {
    const f32x4 margin = target * output;
    return select(margin >= f32x4(1.0f), f32x4(0.0f), -target);
  }
};

}  // namespace lab
