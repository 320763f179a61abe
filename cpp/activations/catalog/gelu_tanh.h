#pragma once

#include "activations/activation.h"
#include "math/mixed_precision.h"

namespace lab {

/// Gaussian error linear unit, tanh approximation.
struct GeluTanh {
  static constexpr ActivationInfo info{
      .key = "gelu_tanh",
      .name = "GELU (tanh)",
      .name_zh = "GELU（tanh 近似）",
      .aliases = {"gelu_new", "gelu_pytorch_tanh"},
      .family = Family::gated,
      .latex = R"(\frac{x}{2}\left(1 + \tanh u\right),\quad u = \sqrt{\tfrac{2}{\pi}}\,(x + 0.044715\,x^3))",
      .latex_derivative = R"(\tfrac{1}{2}(1 + \tanh u) + \tfrac{x}{2}(1 - \tanh^2 u)\,u')",
      .latex_second_derivative = R"((1 - \tanh^2 u)\left(u' + \tfrac{x}{2}\,u'' - x\,u'^2 \tanh u\right))",
      .parameters = {},
      .code = {.pytorch_module = "nn.GELU(approximate='tanh')",
               .pytorch = "F.gelu(x, approximate='tanh')",
               .keras = "keras.activations.gelu(x, approximate=True)",
               .jax = "jax.nn.gelu(x, approximate=True)",
               .onnx = "Gelu(approximate='tanh')",
               .javascript = "0.5 * x * (1 + Math.tanh(0.7978845608028654 * (x + 0.044715 * x * x * x)))",
               .javascript_derivative =
                   "0.5 + 0.5 * Math.tanh(0.7978845608028654 * (x + 0.044715 * x * x * x))"
                   " + 0.5 * x * (1 - Math.tanh(0.7978845608028654 * (x + 0.044715 * x * x * x)) ** 2)"
                   " * (0.7978845608028654 + 0.10703222440890037 * x * x)"},
      .paper = {.authors = "Hendrycks, Gimpel",
                .year = 2016,
                .title = "Gaussian Error Linear Units (GELUs)",
                .url = "https://arxiv.org/abs/1606.08415"},
      .accuracy = {.value = rounded_once,
                   .derivative = {.ulp = 0.51, .absolute = 1e-8},
                   .second_derivative = {.ulp = 0.51, .absolute = 1e-8}}};

  using Lanes = f32x4;

  /// x sigmoid(2u) is the definition without its cancellation for negative x.
  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return max(x, T(-36.0)) * sigmoid(twice_u(clamp(x, -36.0, 36.0)));
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    const T c = clamp(x, -36.0, 36.0);
    const T s = sigmoid(twice_u(c));
    return s + c * (s * (T(1.0) - s)) * twice_u_slope(c);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = clamp(x, -36.0, 36.0);
    const T w = twice_u(c);
    const T slope = twice_u_slope(c);
    const T s_slope = sigmoid(w) * sigmoid(-w);
    const T curvature = c * T(12.0 * sqrt_2_over_pi * cubic);
    return s_slope * (slope * T(2.0) + c * (curvature - slope * slope * tanh(w * T(0.5))));
  }

  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) { return mixed::gelu_tanh(x); }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) { return mixed::gelu_tanh_derivative(x); }

  /// The minimum is attained at x = -0.75246142207101626.
  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(-0.17004075057125405, infinity), .monotone = false, .saturates_left = true};
  }

 private:
  static constexpr double sqrt_2_over_pi = 0.79788456080286535588;
  static constexpr double cubic = 0.044715;

  template <class T>
  static T twice_u(T x) {
    return x * (x * x * T(2.0 * sqrt_2_over_pi * cubic) + T(2.0 * sqrt_2_over_pi));
  }

  template <class T>
  static T twice_u_slope(T x) {
    return x * x * T(6.0 * sqrt_2_over_pi * cubic) + T(2.0 * sqrt_2_over_pi);
  }
};

}  // namespace lab
