#pragma once

#include "math/elementary_f64.h"
#include "math/log.h"
#include "math/scalar.h"
#include "network/losses/loss.h"

namespace lab {

/// Cross-entropy of softmax(outputs), from the logits: the largest one is subtracted first, so nothing
/// overflows.
struct SoftmaxCrossEntropy {
  static constexpr LossInfo info{.choice = {.key = "softmax_cross_entropy",
                                            .name = "Softmax cross-entropy",
                                            .name_zh = "softmax 交叉熵",
                                            .latex = R"(-\sum_j t_j \log \frac{e^{o_j}}{\sum_i e^{o_i}})",
                                            .parameters = {},
                                            .pytorch = "nn.CrossEntropyLoss()",
                                            .paper = {}},
                                 .keras = "keras.losses.CategoricalCrossentropy(from_logits=True)",
                                 .tasks = {Task::multi_class},
                                 .outputs = OutputRule::logits};

  /// softmax(o) - t.
  static void gradient(const LossArguments& arguments, float* gradient) {
    const f32x4 scale(1.0f / static_cast<float>(arguments.samples));
    for (std::size_t lane = 0; lane < arguments.lanes; lane += 4) {
      const float* outputs = arguments.outputs + lane;
      f32x4 largest = load(outputs);
      for (std::size_t unit = 1; unit < arguments.units; ++unit)
        largest = max(largest, load(outputs + unit * arguments.lanes));
      f64x2 low_total = 0.0, high_total = 0.0;
      f64x2 low[max_classes], high[max_classes];
      for (std::size_t unit = 0; unit < arguments.units; ++unit) {
        const f32x4 output = load(outputs + unit * arguments.lanes);
        low[unit] = exp(promote_low(output) - promote_low(largest));
        high[unit] = exp(promote_high(output) - promote_high(largest));
        low_total = low_total + low[unit];
        high_total = high_total + high[unit];
      }
      const mask32x4 real = lanes_below(arguments.samples, lane);
      for (std::size_t unit = 0; unit < arguments.units; ++unit) {
        const f32x4 target = load(arguments.targets + unit * arguments.lanes + lane);
        const f32x4 slope = demote(low[unit] / low_total - promote_low(target),
                                   high[unit] / high_total - promote_high(target));
        store(gradient + unit * arguments.lanes + lane, keep(real, slope * scale));
      }
    }
  }

  static double total(const LossArguments& arguments) {
    double total = 0;
    for (std::size_t sample = 0; sample < arguments.samples; ++sample) {
      const auto output = [&](std::size_t unit) -> double {
        return arguments.outputs[unit * arguments.lanes + sample];
      };
      double largest = output(0);
      for (std::size_t unit = 1; unit < arguments.units; ++unit)
        if (largest < output(unit)) largest = output(unit);
      double sum = 0, expected = 0;
      for (std::size_t unit = 0; unit < arguments.units; ++unit) {
        sum += exp(f64(output(unit) - largest)).value;
        expected += arguments.targets[unit * arguments.lanes + sample] * (output(unit) - largest);
      }
      total += log(sum) - expected;
    }
    return total;
  }
};

}  // namespace lab
