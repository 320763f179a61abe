#pragma once

#include "network/optimizers/adam_rule.h"
#include "network/optimizers/common_parameters.h"

namespace lab {

/// Adam with weight decay that does not pass through the running means. As in PyTorch, biases decay too.
struct Adamw {
  static constexpr OptimizerInfo info{
      .choice =
          {.key = "adamw",
           .name = "AdamW",
           .name_zh = "AdamW",
           .latex =
               R"(w \leftarrow (1 - \eta \lambda) w - \eta \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + \varepsilon})",
           .parameters = {optimizer_parameters::beta1, optimizer_parameters::beta2(0.999),
                          optimizer_parameters::epsilon(1e-8), optimizer_parameters::weight_decay(0.01)},
           .pytorch = "torch.optim.AdamW(params, lr={lr}, betas=({beta1}, {beta2}), eps={eps}, "
                      "weight_decay={weight_decay})",
           .paper = {.authors = "Loshchilov, Hutter",
                     .year = 2019,
                     .title = "Decoupled Weight Decay Regularization",
                     .url = "https://arxiv.org/abs/1711.05101"}},
      .keras =
          "keras.optimizers.AdamW({rate}, weight_decay={weight_decay}, beta_1={beta1}, beta_2={beta2}, "
          "epsilon={eps}{options})",
      .learning_rate = 0.001};
  static constexpr std::size_t memory = 2;

  AdamRule adam;
  f32x4 keep;

  explicit Adamw(const UpdateSettings& settings)
      : adam(settings), keep(1.0 - settings.learning_rate * settings.parameters[3]) {}

  LAB_INLINE f32x4 update(f32x4 number, f32x4 gradient, f32x4* moments) const {
    return adam.update(number * keep, gradient, moments);
  }
};

}  // namespace lab
