#pragma once

#include "activations/activation.h"
#include "math/cosh_less_sinhc.h"
#include "math/without_infinities.h"

namespace lab {

/// Cardinal sine.
struct Sinc {
  static constexpr ActivationInfo info{
      .key = "sinc",
      .name = "Sinc",
      .name_zh = "辛格函数（Sinc）",
      .aliases = {"cardinal_sine"},
      .family = Family::periodic,
      .latex = R"(\frac{\sin(x)}{x})",
      .latex_derivative = R"(\frac{\cos(x)}{x} - \frac{\sin(x)}{x^2})",
      .latex_second_derivative = R"(-\frac{\sin(x)}{x} - \frac{2\cos(x)}{x^2} + \frac{2\sin(x)}{x^3})",
      .parameters = {},
      .code = {.pytorch_module = "",
               .pytorch = "torch.sinc(x / torch.pi)",
               .keras = "keras.ops.where(x == 0, 1, keras.ops.sin(x) / keras.ops.where(x == 0, 1, x))",
               .jax = "jnp.sinc(x / jnp.pi)",
               .onnx = "",
               .javascript = "x === 0 ? 1 : Math.sin(x) / x",
               .javascript_derivative = "x === 0 ? 0 : (Math.cos(x) - Math.sin(x) / x) / x"},
      .paper = {},
      .accuracy = {.value = rounded_once,
                   .derivative = {.ulp = 0.51, .absolute = 1e-12},
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-12}}};

  using Lanes = f64x2;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return select(c == T(0.0), T(1.0), sin(c) / c);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return c * slope_ratio(c);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = without_infinities(x);
    return -value(c, {}) - T(2.0) * slope_ratio(c);
  }

  /// The minima are attained at x = +-4.4934094579090642.
  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed(-0.21723362821122166, 1),
            .monotone = false,
            .symmetry = Symmetry::even,
            .saturates_left = true,
            .saturates_right = true};
  }

 private:
  /// f'(x) / x = (cos x - sin x / x) / x^2; near 0 by its power series, without cancellation.
  template <class T>
  static T slope_ratio(T x) {
    const T z = x * x;
    return select(z < T(1.0), -cosh_less_sinhc(-z), (cos(x) - sin(x) / x) / z);
  }
};

}  // namespace lab
