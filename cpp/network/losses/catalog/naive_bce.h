#pragma once

#include "math/log.h"
#include "network/losses/loss.h"

namespace lab {

/// Binary cross-entropy of a probability, as one would write it down: where the probability is rounded to 0
/// or 1 the loss is infinite and the gradient NaN. Kept for what it teaches.
struct NaiveBce {
  static constexpr LossInfo info{
      .choice = {.key = "naive_bce",
                 .name = "Naive binary cross-entropy",
                 .name_zh = "朴素二元交叉熵",
                 .latex = R"(-\frac{1}{k} \sum_j t_j \log o_j + (1 - t_j) \log(1 - o_j))",
                 .parameters = {},
                 .pytorch = "lambda o, t: -(t * o.log() + (1 - t) * (1 - o).log()).mean()",
                 .paper = {}},
      .keras = "lambda t, o: -keras.ops.mean(t * keras.ops.log(o) + (1 - t) * keras.ops.log(1 - o), axis=1)",
      .tasks = {Task::binary, Task::multi_class},
      .outputs = OutputRule::probabilities};

  using Lanes = f32x4;
  static constexpr bool mean_over_outputs = true;

  static double value(double output, double target, const double*) {
    return -(target * log(output) + (1 - target) * log(1 - output));
  }
  static f32x4 derivative(f32x4 output, f32x4 target, const double*) {
    const f32x4 one(1.0f);
    return (one - target) / (one - output) - target / output;
  }
};

}  // namespace lab
