#pragma once

#include "activations/activation.h"

namespace lab {

/// Sine: the activation of implicit neural representations (SIREN).
struct Sine {
  static constexpr ActivationInfo info{
      .key = "sine",
      .name = "Sine",
      .name_zh = "Sine（正弦函数）",
      .aliases = {"siren", "sin"},
      .family = Family::periodic,
      .latex = R"(\sin(\omega x))",
      .latex_derivative = R"(\omega \cos(\omega x))",
      .latex_second_derivative = R"(-\omega^2 \sin(\omega x))",
      .parameters = {{.key = "omega",
                      .symbol = R"(\omega)",
                      .initial = 1,
                      .minimum = 0.01,
                      .maximum = 100,
                      .slider_minimum = 0.1,
                      .slider_maximum = 30,
                      .step = 0.1}},
      .code = {.pytorch_module = "",
               .pytorch = "torch.sin({omega} * x)",
               .keras = "keras.ops.sin({omega} * x)",
               .jax = "jnp.sin({omega} * x)",
               .onnx = "",
               .javascript = "Math.sin({omega} * x)",
               .javascript_derivative = "{omega} * Math.cos({omega} * x)"},
      .paper = {.authors = "Sitzmann, Martel, Bergman, Lindell, Wetzstein",
                .year = 2020,
                .title = "Implicit Neural Representations with Periodic Activation Functions",
                .url = "https://arxiv.org/abs/2006.09661"},
      .accuracy = {.value = rounded_once, .derivative = rounded_once, .second_derivative = rounded_once}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [omega] = parameters;
    return sin(omega * x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [omega] = parameters;
    return omega * cos(omega * x);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [omega] = parameters;
    return -(omega * omega) * sin(omega * x);
  }

  static constexpr Properties properties(const Parameters<double, 1>&) {
    return {.range = closed(-1, 1), .monotone = false, .symmetry = Symmetry::odd};
  }
};

}  // namespace lab
