#pragma once

#include "activations/activation.h"
#include "math/without_infinities.h"

namespace lab {

/// Gated by the error function of softplus.
struct Serf {
  static constexpr ActivationInfo info{
      .key = "serf",
      .name = "Serf",
      .name_zh = "",
      .aliases = {},
      .family = Family::gated,
      .latex = R"(x \operatorname{erf}(s), \quad s = \ln(1 + e^{x}))",
      .latex_derivative =
          R"(\operatorname{erf}(s) + \frac{2}{\sqrt{\pi}}\,x\,\sigma(x)\,e^{-s^2}, \quad s = \ln(1 + e^{x}))",
      .latex_second_derivative = R"(\frac{2}{\sqrt{\pi}}\,\sigma(x)\,e^{-s^2}\left(2 + x\,(\sigma(-x) - )"
                                 R"(2s\,\sigma(x))\right), \quad s = \ln(1 + e^{x}))",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "x * torch.erf(F.softplus(x))",
               .keras = "x * keras.ops.erf(keras.activations.softplus(x))",
               .jax = "x * jax.lax.erf(jax.nn.softplus(x))",
               .onnx = "",
               .javascript = "((s) => ((t) => x * (1 - t * (0.254829592 + t * (-0.284496736 + t "
                             "* (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * "
                             "Math.exp(-s * s)))(1 / (1 + 0.3275911 * "
                             "s)))(Math.log1p(Math.exp(x)))",
               .javascript_derivative = "((s) => ((t) => 1 - t * (0.254829592 + t * (-0.284496736 + t * "
                                        "(1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * "
                                        "Math.exp(-s * s) + (1.1283791671 * x * Math.exp(-s * s)) / (1 + "
                                        "Math.exp(-x)))(1 / (1 + 0.3275911 * s)))(Math.log1p(Math.exp(x)))"},
      .paper = {.authors = "Nag, Bhattacharyya",
                .year = 2021,
                .title = "SERF: Towards Better Training of Deep Neural Networks Using Log-Softplus ERror "
                         "Activation Function",
                .url = "https://arxiv.org/abs/2108.09598"},
      .accuracy = {.value = rounded_once,
                   .derivative = {.ulp = 0.51, .absolute = 1e-9},
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-9}}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return c * erf(softplus(c));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return erf(softplus(c)) + c * gate_slope(c);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return gate_slope(c) * (T(2.0) + c * (sigmoid(-c) - T(2.0) * softplus(c) * sigmoid(c)));
  }

  /// The minimum is attained at x = -1.193059968928188.
  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(-0.34843745875960642, infinity), .monotone = false, .saturates_left = true};
  }

 private:
  /// Derivative of erf(softplus(x)).
  template <class T>
  static T gate_slope(T x) {
    const T s = softplus(x);
    return T(1.1283791670955126) * sigmoid(x) * exp(-(s * s));
  }
};

}  // namespace lab
