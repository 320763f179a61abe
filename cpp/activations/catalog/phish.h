#pragma once

#include "activations/activation.h"
#include "activations/catalog/gelu.h"
#include "math/sech_squared.h"
#include "math/without_infinities.h"

namespace lab {

/// Gated by the tanh of GELU.
struct Phish {
  static constexpr ActivationInfo info{
      .key = "phish",
      .name = "Phish",
      .name_zh = "",
      .aliases = {},
      .family = Family::gated,
      .latex = R"(x \tanh(\operatorname{GELU}(x)))",
      .latex_derivative = R"(\tanh(g) + x\,g' \operatorname{sech}^2(g), \quad g = \operatorname{GELU}(x))",
      .latex_second_derivative =
          R"(\operatorname{sech}^2(g)\left(2g' + x\,(g'' - 2\,g'^2 \tanh(g))\right), \quad g = )"
          R"(\operatorname{GELU}(x))",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "x * torch.tanh(F.gelu(x))",
               .keras = "x * keras.ops.tanh(keras.activations.gelu(x))",
               .jax = "x * jnp.tanh(jax.nn.gelu(x, approximate=False))",
               .onnx = "",
               .javascript = "x * Math.tanh(x * ((t) => ((q) => (x < 0 ? q : 1 - q))(t * "
                             "(0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * "
                             "(-1.821255978 + t * 1.330274429)))) * Math.exp(-0.5 * x * x) * "
                             "0.3989422804))(1 / (1 + 0.2316419 * Math.abs(x))))",
               .javascript_derivative = "((p) => Math.tanh(x * p) + x * (1 - Math.tanh(x * p) ** 2) * (p + "
                                        "x * Math.exp(-0.5 * x * x) * 0.3989422804))(((t) => ((q) => (x < 0 "
                                        "? q : 1 - q))(t * (0.31938153 + t * (-0.356563782 + t * "
                                        "(1.781477937 + t * (-1.821255978 + t * 1.330274429)))) * "
                                        "Math.exp(-0.5 * x * x) * 0.3989422804))(1 / (1 + 0.2316419 * "
                                        "Math.abs(x))))"},
      .paper = {.authors = "Naveen",
                .year = 2022,
                .title = "Phish: A Novel Hyper-Optimizable Activation Function",
                .url = "https://doi.org/10.36227/techrxiv.17283824"},
      .accuracy = {.value = rounded_once,
                   .derivative = {.ulp = 0.51, .absolute = 1e-9},
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-9}}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return c * tanh(Gelu::value(c, {}));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    const T g = Gelu::value(c, {});
    return tanh(g) + c * Gelu::derivative(c, {}) * sech_squared(g);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    const T g = Gelu::value(c, {});
    const T slope = Gelu::derivative(c, {});
    const T bend = Gelu::second_derivative(c, {});
    return sech_squared(g) * (T(2.0) * slope + c * (bend - T(2.0) * slope * slope * tanh(g)));
  }

  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(0, infinity), .monotone = false, .saturates_left = true};
  }
};

}  // namespace lab
