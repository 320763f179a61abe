#pragma once

#include "activations/activation.h"
#include "math/without_infinities.h"

namespace lab {

/// Gated by the logarithm of 1 + sigmoid.
struct Logish {
  static constexpr ActivationInfo info{
      .key = "logish",
      .name = "Logish",
      .name_zh = "",
      .aliases = {},
      .family = Family::gated,
      .latex = R"(x \ln(1 + \sigma(x)))",
      .latex_derivative = R"(\ln(1 + \sigma(x)) + \frac{x\,\sigma'(x)}{1 + \sigma(x)})",
      .latex_second_derivative =
          R"(\frac{\sigma'(x)}{1 + \sigma(x)}\left(2 - x \tanh\frac{x}{2} - \frac{x\,\sigma'(x)}{1 + )"
          R"(\sigma(x)}\right))",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "x * torch.log1p(torch.sigmoid(x))",
               .keras = "x * keras.ops.log1p(keras.activations.sigmoid(x))",
               .jax = "x * jnp.log1p(jax.nn.sigmoid(x))",
               .onnx = "",
               .javascript = "x * Math.log1p(1 / (1 + Math.exp(-x)))",
               .javascript_derivative =
                   "((s) => Math.log1p(s) + (x * s * (1 - s)) / (1 + s))(1 / (1 + Math.exp(-x)))"},
      .paper =
          {.authors = "Zhu, Zeng, Liu, Zhang",
           .year = 2021,
           .title =
               "Logish: A New Nonlinear Nonmonotonic Activation Function for Convolutional Neural Network",
           .url = "https://doi.org/10.1016/j.neucom.2021.06.067"},
      .accuracy = {.value = rounded_once,
                   .derivative = {.ulp = 0.51, .absolute = 1e-9},
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-9}}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return c * log1p(sigmoid(c));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return log1p(sigmoid(c)) + c * gate_slope(c);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return gate_slope(c) * (T(2.0) - c * tanh(c * T(0.5)) - c * gate_slope(c));
  }

  /// The minimum is attained at x = -1.3724541370256921.
  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(-0.25276881678944035, infinity), .monotone = false, .saturates_left = true};
  }

 private:
  /// Derivative of ln(1 + sigmoid(x)).
  template <class T>
  static T gate_slope(T x) {
    const T s = sigmoid(x);
    return s * sigmoid(-x) / (T(1.0) + s);
  }
};

}  // namespace lab
