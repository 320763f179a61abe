#pragma once

#include "activations/activation.h"
#include "math/sech_squared.h"
#include "math/without_infinities.h"

namespace lab {

/// Gated by the tanh of an exponential.
struct Tanhexp {
  static constexpr ActivationInfo info{
      .key = "tanhexp",
      .name = "TanhExp",
      .name_zh = "",
      .aliases = {},
      .family = Family::gated,
      .latex = R"(x \tanh(e^{x}))",
      .latex_derivative = R"(\tanh(e^{x}) + x\,e^{x} \operatorname{sech}^2(e^{x}))",
      .latex_second_derivative =
          R"(e^{x} \operatorname{sech}^2(e^{x})\left(2 + x - 2x\,e^{x} \tanh(e^{x})\right))",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "x * torch.tanh(torch.exp(torch.clamp(x, max=20)))",
               .keras = "x * keras.ops.tanh(keras.ops.exp(keras.ops.minimum(x, 20)))",
               .jax = "x * jnp.tanh(jnp.exp(jnp.minimum(x, 20)))",
               .onnx = "",
               .javascript = "x * Math.tanh(Math.exp(x))",
               .javascript_derivative =
                   "Math.tanh(Math.exp(x)) + x * Math.exp(x) * (1 - Math.tanh(Math.exp(x)) ** 2)"},
      .paper = {.authors = "Liu, Di",
                .year = 2020,
                .title = "TanhExp: A Smooth Activation Function with High Convergence Speed for Lightweight "
                         "Neural Networks",
                .url = "https://arxiv.org/abs/2003.09855"},
      .accuracy = {.value = rounded_once,
                   .derivative = {.ulp = 0.51, .absolute = 1e-9},
                   .second_derivative = {.ulp = 0.6, .absolute = 1e-9}}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return without_infinities(x) * tanh(gate_argument(x));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T e = gate_argument(x);
    return tanh(e) + without_infinities(x) * e * sech_squared(e);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    const T e = gate_argument(x);
    return e * sech_squared(e) * (T(2.0) + c - T(2.0) * c * e * tanh(e));
  }

  /// The minimum is attained at x = -1.0788600584646241.
  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(-0.35328577784821127, infinity), .monotone = false, .saturates_left = true};
  }

 private:
  /// e^x, capped where tanh is 1 and sech^2 is below every float.
  template <class T>
  static T gate_argument(T x) {
    return exp(min(x, T(6.0)));
  }
};

}  // namespace lab
