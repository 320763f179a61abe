#pragma once

#include "activations/activation.h"
#include "math/in_double.h"

namespace lab {

/// Smooth ReLU: ReLU with a parabola in the place of its kink.
struct Smelu {
  static constexpr ActivationInfo info{
      .key = "smelu",
      .name = "SmeLU",
      .name_zh = "SmeLU（平滑 ReLU）",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\begin{cases} 0 & x \le -\beta \\ )"
               R"(\frac{(x + \beta)^2}{4\beta} & |x| < \beta \\ )"
               R"(x & x \ge \beta \end{cases})",
      .latex_derivative = R"(\begin{cases} 0 & x \le -\beta \\ )"
                          R"(\frac{x + \beta}{2\beta} & |x| < \beta \\ )"
                          R"(1 & x \ge \beta \end{cases})",
      .latex_second_derivative =
          R"(\begin{cases} \frac{1}{2\beta} & |x| < \beta \\ 0 & \text{otherwise} \end{cases})",
      .parameters = {{.key = "beta",
                      .symbol = R"(\beta)",
                      .initial = 1,
                      .minimum = 0.001,
                      .maximum = 100,
                      .slider_minimum = 0.1,
                      .slider_maximum = 5,
                      .step = 0.1}},
      .code =
          {.pytorch_module = "",
           .pytorch =
               "torch.where(x <= -{beta}, 0, torch.where(x < {beta}, (x + {beta}) ** 2 / (4 * {beta}), x))",
           .keras = "keras.ops.where(x <= -{beta}, 0, keras.ops.where(x < {beta}, (x + {beta}) ** 2 / (4 * "
                    "{beta}), x))",
           .jax = "jnp.where(x <= -{beta}, 0, jnp.where(x < {beta}, (x + {beta}) ** 2 / (4 * {beta}), x))",
           .onnx = "",
           .javascript = "x <= -{beta} ? 0 : x < {beta} ? (x + {beta}) ** 2 / (4 * {beta}) : x",
           .javascript_derivative = "x <= -{beta} ? 0 : x < {beta} ? (x + {beta}) / (2 * {beta}) : 1"},
      .paper = {.authors = "Shamir, Lin, Coviello",
                .year = 2020,
                .title = "Smooth Activations and Reproducibility in Deep Networks",
                .url = "https://arxiv.org/abs/2010.09931"},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f32x4;
  static constexpr std::size_t unrolled_vectors = 1;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [beta] = parameters;
    const T height = max(x, -beta) + beta;
    return select(x < beta, height * height * (T(0.25) / beta), x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [beta] = parameters;
    return (max(min(x, beta), -beta) + beta) * (T(2.0) * (T(0.25) / beta));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [beta] = parameters;
    return select(abs(x) < beta, T(0.5) / beta, T(0.0));
  }

  static f32x4 value(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return in_double(value<f64x2>, x, parameters);
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return in_double(derivative<f64x2>, x, parameters);
  }

  static constexpr Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [beta] = parameters;
    return {.range = closed_open(0, infinity),
            .monotone = true,
            .saturates_left = true,
            .identity_on = closed_open(beta, infinity)};
  }
};

}  // namespace lab
