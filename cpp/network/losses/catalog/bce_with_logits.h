#pragma once

#include "math/elementary_f64.h"
#include "math/scalar.h"
#include "network/losses/loss.h"

namespace lab {

/// Binary cross-entropy of sigmoid(output), computed from the logit itself: never overflows.
struct BceWithLogits {
  static constexpr LossInfo info{.choice = {.key = "bce_with_logits",
                                            .name = "Binary cross-entropy with logits",
                                            .name_zh = "带 logits 的二元交叉熵",
                                            .latex = R"(\frac{1}{k} \sum_j \log(1 + e^{o_j}) - t_j o_j)",
                                            .parameters = {},
                                            .pytorch = "nn.BCEWithLogitsLoss()",
                                            .paper = {}},
                                 .keras = "keras.losses.BinaryCrossentropy(from_logits=True)",
                                 .tasks = {Task::binary, Task::multi_class},
                                 .outputs = OutputRule::logits};

  using Lanes = f64x2;
  static constexpr bool mean_over_outputs = true;

  /// log(1 + e^o) - t o, without the cancellation of two large numbers.
  static double value(double output, double target, const double*) {
    const double magnitude = output < 0 ? -output : output;
    return softplus(f64(-magnitude)).value + (output < 0 ? -target * output : (1 - target) * output);
  }
  static f64x2 derivative(f64x2 output, f64x2 target, const double*) { return sigmoid(output) - target; }
};

}  // namespace lab
