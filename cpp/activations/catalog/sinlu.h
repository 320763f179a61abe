#pragma once

#include "activations/activation.h"
#include "math/smallest_value.h"
#include "math/without_infinities.h"

namespace lab {

/// SiLU with a wave added.
struct Sinlu {
  static constexpr ActivationInfo info{
      .key = "sinlu",
      .name = "SinLU",
      .name_zh = "",
      .aliases = {},
      .family = Family::periodic,
      .latex = R"((x + a \sin(b x))\,\sigma(x))",
      .latex_derivative = R"(\sigma(x)\left(1 + a b \cos(b x) + (x + a \sin(b x))\,\sigma(-x)\right))",
      .latex_second_derivative =
          R"(\sigma'(x)\left(2 + 2 a b \cos(b x) - (x + a \sin(b x)) \tanh\frac{x}{2}\right) )"
          R"(- a b^2\,\sigma(x) \sin(b x))",
      .parameters = {{.key = "a",
                      .symbol = "a",
                      .initial = 1,
                      .minimum = 0.01,
                      .maximum = 10,
                      .slider_minimum = 0.1,
                      .slider_maximum = 3,
                      .step = 0.1},
                     {.key = "b",
                      .symbol = "b",
                      .initial = 1,
                      .minimum = 0.01,
                      .maximum = 10,
                      .slider_minimum = 0.1,
                      .slider_maximum = 5,
                      .step = 0.1}},
      .code = {.pytorch_module = "",
               .pytorch = "(x + {a} * torch.sin({b} * x)) * torch.sigmoid(x)",
               .keras = "(x + {a} * keras.ops.sin({b} * x)) * keras.activations.sigmoid(x)",
               .jax = "(x + {a} * jnp.sin({b} * x)) * jax.nn.sigmoid(x)",
               .onnx = "",
               .javascript = "(x + {a} * Math.sin({b} * x)) / (1 + Math.exp(-x))",
               .javascript_derivative = "((s) => s * (1 + {a} * {b} * Math.cos({b} * x) + (x + {a} * "
                                        "Math.sin({b} * x)) * (1 - s)))(1 / (1 + Math.exp(-x)))"},
      .paper = {.authors = "Paul, Bandyopadhyay, Yoon, Geem, Sarkar",
                .year = 2022,
                .title = "SinLU: Sinu-Sigmoidal Linear Unit",
                .url = "https://doi.org/10.3390/math10030337"},
      .accuracy = {.value = {.ulp = 0.51, .absolute = 1e-11},
                   .derivative = {.ulp = 0.51, .absolute = 1e-9},
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-9}}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 2>& parameters) {
    const auto& [a, b] = parameters;
    const T c = without_infinities(x);
    return (c + a * sin(b * c)) * sigmoid(c);
  }

  /// NaN at +infinity, where it has no limit.
  template <class T>
  static T derivative(T x, const Parameters<T, 2>& parameters) {
    const auto& [a, b] = parameters;
    const T c = without_infinities(x);
    const T gate = sigmoid(c);
    const T slope = T(1.0) + a * b * cos(b * c) + (c + a * sin(b * c)) * (T(1.0) - gate);
    const T right = max(x, T(0.0));
    return gate * slope + (right - right);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 2>& parameters) {
    const auto& [a, b] = parameters;
    const T c = max(x, T(-1e50));
    const T wave = a * sin(b * c);
    return sigmoid(c) *
           (sigmoid(-c) * (T(2.0) + T(2.0) * a * b * cos(b * c) - (c + wave) * tanh(c * T(0.5))) -
            b * b * wave);
  }

  /// Below -40 all values are closer to 0; above a none is negative.
  static Properties properties(const Parameters<double, 2>& parameters) {
    const Parameters<f64, 2> scalars{parameters[0], parameters[1]};
    const auto f = [&](double x) { return value(f64(x), scalars).value; };
    return {.range = closed_open(smallest_value(f, -40, parameters[0], 4000), infinity),
            .monotone = false,
            .saturates_left = true};
  }
};

}  // namespace lab
