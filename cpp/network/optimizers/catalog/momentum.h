#pragma once

#include "network/optimizers/common_parameters.h"
#include "network/optimizers/optimizer.h"

namespace lab {

/// Gradient descent with a velocity (Polyak's heavy ball, in PyTorch's form).
struct Momentum {
  static constexpr OptimizerInfo info{
      .choice = {.key = "momentum",
                 .name = "Momentum",
                 .name_zh = "动量法",
                 .latex = R"(v \leftarrow \mu v + g,\quad w \leftarrow w - \eta v)",
                 .parameters = {optimizer_parameters::momentum},
                 .pytorch = "torch.optim.SGD(params, lr={lr}, momentum={momentum})",
                 .paper = {.authors = "Polyak",
                           .year = 1964,
                           .title = "Some methods of speeding up the convergence of iteration methods",
                           .url = "https://doi.org/10.1016/0041-5553(64)90137-5"}},
      .keras = "keras.optimizers.SGD({rate}, momentum={momentum}{options})",
      .learning_rate = 0.03};
  static constexpr std::size_t memory = 1;

  f32x4 rate, momentum;

  explicit Momentum(const UpdateSettings& settings)
      : rate(settings.learning_rate), momentum(settings.parameters[0]) {}

  LAB_INLINE f32x4 update(f32x4 number, f32x4 gradient, f32x4* velocity) const {
    velocity[0] = velocity[0] * momentum + gradient;
    return number - rate * velocity[0];
  }
};

}  // namespace lab
