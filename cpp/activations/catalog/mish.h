#pragma once

#include "activations/activation.h"
#include "math/mixed_precision.h"

namespace lab {

/// Smooth gate by the tanh of softplus.
struct Mish {
  static constexpr ActivationInfo info{
      .key = "mish",
      .name = "Mish",
      .name_zh = "",
      .aliases = {},
      .family = Family::gated,
      .latex = R"(x \tanh(\ln(1 + e^{x})))",
      .latex_derivative = R"(\omega + x\,(1 - \omega^2)\,\sigma(x),\quad \omega = \tanh(\ln(1 + e^{x})))",
      .latex_second_derivative =
          R"((1 - \omega^2)\,\sigma(x)\,\bigl(2 + x\,(1 - \sigma(x)\,(1 + 2\omega))\bigr))",
      .parameters = {},
      .code = {.pytorch_module = "nn.Mish()",
               .pytorch = "F.mish(x)",
               .keras = "keras.activations.mish(x)",
               .jax = "jax.nn.mish(x)",
               .onnx = "Mish",
               .javascript = "x * Math.tanh(Math.log1p(Math.exp(x)))",
               .javascript_derivative =
                   "Math.tanh(Math.log1p(Math.exp(x)))"
                   " + x * (1 - Math.tanh(Math.log1p(Math.exp(x))) ** 2) / (1 + Math.exp(-x))"},
      .paper = {.authors = "Misra",
                .year = 2019,
                .title = "Mish: A Self Regularized Non-Monotonic Activation Function",
                .url = "https://arxiv.org/abs/1908.08681"},
      .accuracy = {.value = rounded_once,
                   .derivative = {.ulp = 0.51, .absolute = 1e-8},
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-8}}};

  using Lanes = f32x4;

  /// With w = e^x and n = w (w + 2), tanh(ln(1 + w)) = n / (n + 2). Above 40 it is 1 in double precision too.
  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    const T w = exp(min(x, T(40.0)));
    const T n = w * (w + T(2.0));
    return max(x, T(-700.0)) * (n / (n + T(2.0)));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T c = clamp(x, -700.0, 40.0);
    const T w = exp(min(x, T(40.0)));
    const T n = w * (w + T(2.0));
    const T m = n + T(2.0);
    return (n * m + T(4.0) * c * w * (w + T(1.0))) / (m * m);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = clamp(x, -700.0, 40.0);
    const T w = exp(min(x, T(40.0)));
    const T n = w * (w + T(2.0));
    const T m = n + T(2.0);
    return T(4.0) * w * (T(2.0) * (w + T(1.0)) + c * (T(1.0) - T(2.0) * n * w / m)) / (m * m);
  }

  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) { return mixed::mish(x); }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) { return mixed::mish_derivative(x); }

  /// The minimum is attained at x = -1.1924312145154952.
  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(-0.30884341301725041, infinity), .monotone = false, .saturates_left = true};
  }
};

}  // namespace lab
