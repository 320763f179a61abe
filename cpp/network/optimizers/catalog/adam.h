#pragma once

#include "network/optimizers/adam_rule.h"
#include "network/optimizers/common_parameters.h"

namespace lab {

/// Running means of the gradient and of its square, both corrected for their start at 0.
struct Adam : AdamRule {
  static constexpr OptimizerInfo info{
      .choice =
          {.key = "adam",
           .name = "Adam",
           .name_zh = "Adam",
           .latex =
               R"(\begin{aligned} m &\leftarrow \beta_1 m + (1 - \beta_1) g \\ v &\leftarrow \beta_2 v + (1 - \beta_2) g^2 \\ w &\leftarrow w - \eta \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + \varepsilon} \end{aligned})",
           .parameters = {optimizer_parameters::beta1, optimizer_parameters::beta2(0.999),
                          optimizer_parameters::epsilon(1e-8)},
           .pytorch = "torch.optim.Adam(params, lr={lr}, betas=({beta1}, {beta2}), eps={eps})",
           .paper = {.authors = "Kingma, Ba",
                     .year = 2015,
                     .title = "Adam: A Method for Stochastic Optimization",
                     .url = "https://arxiv.org/abs/1412.6980"}},
      .keras = "keras.optimizers.Adam({rate}, beta_1={beta1}, beta_2={beta2}, epsilon={eps}{options})",
      .learning_rate = 0.001};
  static constexpr std::size_t memory = 2;

  using AdamRule::AdamRule;
};

}  // namespace lab
