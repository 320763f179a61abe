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
           .pytorch = "Lion(params, lr={lr}, betas=({beta1}, {beta2}), weight_decay={weight_decay})",
           .paper = {.authors = "Chen et al.",
                     .year = 2023,
                     .title = "Symbolic Discovery of Optimization Algorithms",
                     .url = "https://arxiv.org/abs/2302.06675"}},
      .pytorch_definition = R"(class Lion(torch.optim.Optimizer):
    def __init__(self, params, lr, betas, weight_decay):
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for p in group["params"]:
                mean = self.state[p].setdefault("mean", torch.zeros_like(p))
                direction = torch.sign(beta1 * mean + (1 - beta1) * p.grad)
                mean.mul_(beta2).add_(p.grad, alpha=1 - beta2)
                p.mul_(1 - group["lr"] * group["weight_decay"]).sub_(direction, alpha=group["lr"]))",
      .keras =
          "keras.optimizers.Lion({rate}, beta_1={beta1}, beta_2={beta2}, "
          "weight_decay={weight_decay}{options})",
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
