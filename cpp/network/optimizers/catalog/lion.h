#pragma once

#include "network/optimizers/common_parameters.h"
#include "network/optimizers/optimizer.h"

namespace lab {

/// Steps by the sign of a running mean: every weight moves by the same amount.
struct Lion {
  static constexpr OptimizerInfo info{
      .choice =
          {.key = "lion",
           .name = "Lion",
           .name_zh = "Lion",
           .latex =
               R"(\begin{aligned} w &\leftarrow (1 - \eta \lambda) w - \eta \operatorname{sign}(\beta_1 m + (1 - \beta_1) g) \\ m &\leftarrow \beta_2 m + (1 - \beta_2) g \end{aligned})",
           .parameters = {optimizer_parameters::beta1, optimizer_parameters::beta2(0.99),
                          optimizer_parameters::weight_decay(0)},
           .pytorch = "",
           .paper = {.authors = "Chen et al.",
                     .year = 2023,
                     .title = "Symbolic Discovery of Optimization Algorithms",
                     .url = "https://arxiv.org/abs/2302.06675"}},
      .learning_rate = 0.0001};
  static constexpr std::size_t memory = 1;

  f32x4 rate, keep, beta1, rest1, beta2, rest2;

  explicit Lion(const UpdateSettings& settings)
      : rate(settings.learning_rate),
        keep(1.0 - settings.learning_rate * settings.parameters[2]),
        beta1(settings.parameters[0]),
        rest1(1.0 - settings.parameters[0]),
        beta2(settings.parameters[1]),
        rest2(1.0 - settings.parameters[1]) {}

  LAB_INLINE f32x4 update(f32x4 number, f32x4 gradient, f32x4* mean) const {
    const f32x4 zero(0.0f);
    const f32x4 direction = mean[0] * beta1 + rest1 * gradient;
    mean[0] = mean[0] * beta2 + rest2 * gradient;
    // NaN must not be taken for a direction.
    const f32x4 sign = select(direction == zero, zero,
                              select(direction == direction, copysign(f32x4(1.0f), direction), direction));
    return number * keep - rate * sign;
  }
};

}  // namespace lab
