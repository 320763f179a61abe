#pragma once

#include "network/optimizers/optimizer.h"

namespace lab {

/// Adam's step, with the order of operations of PyTorch. Memory: the running means of the gradient and its
/// square.
struct AdamRule {
  f32x4 beta1, rest1, beta2, rest2, rate, correction, epsilon;

  /// Parameters: beta1, beta2, eps.
  explicit AdamRule(const UpdateSettings& settings)
      : beta1(settings.parameters[0]),
        rest1(1.0 - settings.parameters[0]),
        beta2(settings.parameters[1]),
        rest2(1.0 - settings.parameters[1]),
        rate(settings.learning_rate / (1.0 - integer_power(settings.parameters[0], settings.step))),
        correction(__builtin_sqrt(1.0 - integer_power(settings.parameters[1], settings.step))),
        epsilon(settings.parameters[2]) {}

  LAB_INLINE f32x4 update(f32x4 number, f32x4 gradient, f32x4* moments) const {
    moments[0] = moments[0] * beta1 + rest1 * gradient;
    moments[1] = moments[1] * beta2 + rest2 * (gradient * gradient);
    return number - rate * (moments[0] / (sqrt(moments[1]) / correction + epsilon));
  }
};

}  // namespace lab
