#pragma once

#include "network/optimizers/common_parameters.h"
#include "network/optimizers/optimizer.h"

namespace lab {

/// Gradients divided by a running root mean square.
struct Rmsprop {
  static constexpr OptimizerInfo info{
      .choice =
          {.key = "rmsprop",
           .name = "RMSProp",
           .name_zh = "RMSProp",
           .latex =
               R"(s \leftarrow \alpha s + (1 - \alpha) g^2,\quad w \leftarrow w - \eta \frac{g}{\sqrt{s} + \varepsilon})",
           .parameters = {parameter("alpha", R"(\alpha)", 0.99, 0, 0.9999, 0.001),
                          optimizer_parameters::epsilon(1e-8)},
           .pytorch = "torch.optim.RMSprop(params, lr={lr}, alpha={alpha}, eps={eps})",
           .paper = {.authors = "Tieleman, Hinton",
                     .year = 2012,
                     .title = "Lecture 6.5: rmsprop",
                     .url = "https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf"}},
      .keras = "keras.optimizers.RMSprop({rate}, rho={alpha}, epsilon={eps}{options})",
      .learning_rate = 0.01};
  static constexpr std::size_t memory = 1;

  f32x4 rate, alpha, rest, epsilon;

  explicit Rmsprop(const UpdateSettings& settings)
      : rate(settings.learning_rate),
        alpha(settings.parameters[0]),
        rest(1.0 - settings.parameters[0]),
        epsilon(settings.parameters[1]) {}

  LAB_INLINE f32x4 update(f32x4 number, f32x4 gradient, f32x4* squares) const {
    squares[0] = squares[0] * alpha + rest * (gradient * gradient);
    return number - rate * (gradient / (sqrt(squares[0]) + epsilon));
  }
};

}  // namespace lab
