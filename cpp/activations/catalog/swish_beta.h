#pragma once

#include "activations/activation.h"
#include "math/float32/swish.h"
#include "math/without_infinities.h"

namespace lab {

/// Swish with a trainable steepness: linear for beta = 0, ReLU as beta grows.
struct SwishBeta {
  static constexpr ActivationInfo info{
      .key = "swish_beta",
      .name = "Swish",
      .name_zh = "",
      .aliases = {},
      .family = Family::gated,
      .latex = R"(x\,\sigma(\beta x))",
      .latex_derivative = R"(\sigma(\beta x)\left(1 + \beta x\,\sigma(-\beta x)\right))",
      .latex_second_derivative = R"(\beta\,\sigma'(\beta x)\left(2 - \beta x \tanh\frac{\beta x}{2}\right))",
      .parameters = {{.key = "beta",
                      .symbol = R"(\beta)",
                      .initial = 1,
                      .minimum = -100,
                      .maximum = 100,
                      .slider_minimum = 0,
                      .slider_maximum = 10,
                      .step = 0.1}},
      .code = {.pytorch_module = "",
               .pytorch = "x * torch.sigmoid({beta} * x)",
               .keras = "x * keras.activations.sigmoid({beta} * x)",
               .jax = "x * jax.nn.sigmoid({beta} * x)",
               .onnx = "Swish(alpha={beta})",
               .javascript = "x / (1 + Math.exp(-({beta} * x)))",
               .javascript_derivative =
                   "(1 + Math.exp(-({beta} * x)) * (1 + {beta} * x)) / (1 + Math.exp(-({beta} * x))) ** 2"},
      .paper = {.authors = "Ramachandran, Zoph, Le",
                .year = 2017,
                .title = "Searching for Activation Functions",
                .url = "https://arxiv.org/abs/1710.05941"},
      .accuracy = {.value = {.ulp = 2},
                   .derivative = {.ulp = 2.5, .absolute = 6e-8},
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-8}}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [beta] = parameters;
    const T c = without_infinities(x);
    return c * sigmoid(beta * c);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [beta] = parameters;
    const T t = beta * without_infinities(x);
    const T gate = sigmoid(t);
    return gate * (T(1.0) + t * (T(1.0) - gate));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [beta] = parameters;
    const T t = abs(beta * without_infinities(x));
    const T e = exp(-t);
    const T inverse = T(1.0) / (T(1.0) + e);
    return beta * e * inverse * inverse * (T(2.0) - t * (T(1.0) - e) * inverse);
  }

  /// Below 0 the gate would be the upper one; at 0 halves of subnormal numbers would be rounded twice.
  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    const auto& [beta] = parameters;
    return (beta <= 0.0f) | (beta * abs(x) > float32::swish_limit);
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return float32::swish(x, float32::split_steepness(parameters[0]));
  }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 1>& parameters) {
    return float32::swish_derivative(x, float32::split_steepness(parameters[0]));
  }

  /// The extremum is attained at x = -1.2784645427610738 / beta.
  static constexpr Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [beta] = parameters;
    if (beta == 0) return {.range = all_reals, .monotone = true, .symmetry = Symmetry::odd};
    const double extremum = -0.27846454276107380 / beta;
    if (beta < 0)
      return {.range = open_closed(-infinity, extremum), .monotone = false, .saturates_right = true};
    return {.range = closed_open(extremum, infinity), .monotone = false, .saturates_left = true};
  }
};

}  // namespace lab
