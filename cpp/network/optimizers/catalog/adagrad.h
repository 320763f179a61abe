#pragma once

#include "network/optimizers/common_parameters.h"
#include "network/optimizers/optimizer.h"

namespace lab {

/// A rate for each weight that falls with the squares of its gradients so far.
struct Adagrad {
  static constexpr OptimizerInfo info{
      .choice = {.key = "adagrad",
                 .name = "Adagrad",
                 .name_zh = "Adagrad",
                 .latex =
                     R"(s \leftarrow s + g^2,\quad w \leftarrow w - \eta \frac{g}{\sqrt{s} + \varepsilon})",
                 .parameters = {optimizer_parameters::epsilon(1e-10)},
                 .pytorch = "torch.optim.Adagrad(params, lr={lr}, eps={eps})",
                 .paper = {.authors = "Duchi, Hazan, Singer",
                           .year = 2011,
                           .title =
                               "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization",
                           .url = "https://jmlr.org/papers/v12/duchi11a.html"}},
      .keras = "keras.optimizers.Adagrad({rate}, initial_accumulator_value=0.0, epsilon={eps}{options})",
      .learning_rate = 0.01};
  static constexpr std::size_t memory = 1;

  f32x4 rate, epsilon;

  explicit Adagrad(const UpdateSettings& settings)
      : rate(settings.learning_rate), epsilon(settings.parameters[0]) {}

  LAB_INLINE f32x4 update(f32x4 number, f32x4 gradient, f32x4* squares) const {
    squares[0] = squares[0] + gradient * gradient;
    return number - rate * (gradient / (sqrt(squares[0]) + epsilon));
  }
};

}  // namespace lab
