#pragma once

#include "network/optimizers/common_parameters.h"
#include "network/optimizers/optimizer.h"

namespace lab {

/// Momentum that looks ahead.
struct Nesterov {
  static constexpr OptimizerInfo info{
      .choice = {.key = "nesterov",
                 .name = "Nesterov momentum",
                 .name_zh = "Nesterov 动量法",
                 .latex = R"(v \leftarrow \mu v + g,\quad w \leftarrow w - \eta (g + \mu v))",
                 .parameters = {optimizer_parameters::momentum},
                 .pytorch = "torch.optim.SGD(params, lr={lr}, momentum={momentum}, nesterov=True)",
                 .paper = {.authors = "Sutskever, Martens, Dahl, Hinton",
                           .year = 2013,
                           .title = "On the importance of initialization and momentum in deep learning",
                           .url = "https://proceedings.mlr.press/v28/sutskever13.html"}},
      .keras = "keras.optimizers.SGD({rate}, momentum={momentum}, nesterov=True{options})",
      .learning_rate = 0.03};
  static constexpr std::size_t memory = 1;

  f32x4 rate, momentum;

  explicit Nesterov(const UpdateSettings& settings)
      : rate(settings.learning_rate), momentum(settings.parameters[0]) {}

  LAB_INLINE f32x4 update(f32x4 number, f32x4 gradient, f32x4* velocity) const {
    velocity[0] = velocity[0] * momentum + gradient;
    return number - rate * (gradient + momentum * velocity[0]);
  }
};

}  // namespace lab
