#pragma once

#include "network/optimizers/optimizer.h"

namespace lab {

/// Stochastic gradient descent.
struct Sgd {
  static constexpr OptimizerInfo info{.choice = {.key = "sgd",
                                                 .name = "SGD",
                                                 .name_zh = "SGD（随机梯度下降）",
                                                 .latex = R"(w \leftarrow w - \eta g)",
                                                 .parameters = {},
                                                 .pytorch = "torch.optim.SGD(params, lr={lr})",
                                                 .paper = {}},
                                      .keras = "keras.optimizers.SGD({rate}{options})",
                                      .learning_rate = 0.03};
  static constexpr std::size_t memory = 0;

  f32x4 rate;

  explicit Sgd(const UpdateSettings& settings) : rate(settings.learning_rate) {}

  LAB_INLINE f32x4 update(f32x4 number, f32x4 gradient, f32x4*) const { return number - rate * gradient; }
};

}  // namespace lab
