#pragma once

#include "activations/activation.h"
#include "activations/catalog/swish_beta.h"
#include "math/without_infinities.h"

namespace lab {

/// SiLU for positive inputs, ELU times sigmoid for negative ones.
struct Elish {
  static constexpr ActivationInfo info{
      .key = "elish",
      .name = "ELiSH",
      .name_zh = "",
      .aliases = {},
      .family = Family::gated,
      .latex = R"(\begin{cases} x\,\sigma(x) & x \ge 0 \\ (e^{x} - 1)\,\sigma(x) & x < 0 \end{cases})",
      .latex_derivative = R"(\begin{cases} \sigma(x)\left(1 + x\,\sigma(-x)\right) & x \ge 0 \\ )"
                          R"(\sigma(x)\left(e^{x} + (e^{x} - 1)\,\sigma(-x)\right) & x < 0 \end{cases})",
      .latex_second_derivative =
          R"(\begin{cases} \sigma'(x)\left(2 - x \tanh\frac{x}{2}\right) & x \ge 0 \\ )"
          R"(\sigma(x)\,e^{x}\left(1 + 2\sigma(-x)\right) )"
          R"(- \sigma'(x)\,(e^{x} - 1)\tanh\frac{x}{2} & x < 0 \end{cases})",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.where(x >= 0, x, torch.expm1(torch.clamp(x, max=0))) * torch.sigmoid(x)",
               .keras = "keras.activations.elu(x) * keras.activations.sigmoid(x)",
               .jax = "jax.nn.elu(x) * jax.nn.sigmoid(x)",
               .onnx = "",
               .javascript = "(x >= 0 ? x : Math.exp(x) - 1) / (1 + Math.exp(-x))",
               .javascript_derivative =
                   "x >= 0 ? (1 + Math.exp(-x) * (1 + x)) / (1 + Math.exp(-x)) ** 2 : (Math.exp(x) + "
                   "(Math.exp(x) - 1) / (1 + Math.exp(x))) / (1 + Math.exp(-x))"},
      .paper = {.authors = "Basirat, Roth",
                .year = 2018,
                .title = "The Quest for the Golden Activation Function",
                .url = "https://arxiv.org/abs/1808.00783"},
      .accuracy = {.value = rounded_once,
                   .derivative = {.ulp = 0.51, .absolute = 1e-9},
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-9}}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return select(x >= T(0.0), x, expm1(min(x, T(0.0)))) * sigmoid(x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T gate = sigmoid(x);
    const T m = expm1(min(x, T(0.0)));
    return gate *
           (T(1.0) + select(x >= T(0.0), without_infinities(x) * (T(1.0) - gate), m * (T(2.0) - gate)));
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    const T low = min(c, T(0.0));
    const T s = sigmoid(low);
    const T r = sigmoid(-low);
    return select(c >= T(0.0), SwishBeta::second_derivative(c, {T(1.0)}),
                  s * (exp(low) * (T(1.0) + T(2.0) * r) - r * expm1(low) * tanh(low * T(0.5))));
  }

  /// The minimum, 2 sqrt(2) - 3, is attained at x = -0.88137358701954303.
  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(-0.17157287525380990, infinity), .monotone = false, .saturates_left = true};
  }
};

}  // namespace lab
