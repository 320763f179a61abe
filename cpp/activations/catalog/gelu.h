#pragma once

#include "activations/activation.h"
#include "math/float32/gelu.h"

namespace lab {

/// Gaussian error linear unit, exact form.
struct Gelu {
  static constexpr ActivationInfo info{
      .key = "gelu",
      .name = "GELU",
      .name_zh = "GELU（高斯误差线性单元）",
      .aliases = {"gelu_exact"},
      .family = Family::gated,
      .latex = R"(x\,\Phi(x) = \frac{x}{2}\left(1 + \operatorname{erf}\frac{x}{\sqrt{2}}\right))",
      .latex_derivative = R"(\Phi(x) + x\,\varphi(x))",
      .latex_second_derivative = R"((2 - x^2)\,\varphi(x))",
      .parameters = {},
      .code = {.pytorch_module = "nn.GELU()",
               .pytorch = "F.gelu(x)",
               .keras = "keras.activations.gelu(x)",
               .jax = "jax.nn.gelu(x, approximate=False)",
               .onnx = "Gelu",
               .javascript = "x * ((t) => ((q) => (x < 0 ? q : 1 - q))(t * (0.31938153 + t * "
                             "(-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * "
                             "1.330274429)))) * Math.exp(-0.5 * x * x) * 0.3989422804))(1 / (1 + "
                             "0.2316419 * Math.abs(x)))",
               .javascript_derivative = "((t) => ((q) => (x < 0 ? q : 1 - q))(t * (0.31938153 + t * "
                                        "(-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * "
                                        "1.330274429)))) * Math.exp(-0.5 * x * x) * 0.3989422804))(1 / (1 + "
                                        "0.2316419 * Math.abs(x))) + x * Math.exp(-0.5 * x * x) * "
                                        "0.3989422804"},
      .paper = {.authors = "Hendrycks, Gimpel",
                .year = 2016,
                .title = "Gaussian Error Linear Units (GELUs)",
                .url = "https://arxiv.org/abs/1606.08415"},
      .accuracy = {.value = {.ulp = 2.5, .absolute = 2e-11},
                   .derivative = {.ulp = 2.5, .absolute = 6e-8},
                   .second_derivative = {.ulp = 0.51, .absolute = 2e-8}}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 0>&) {
    return max(x, T(-36.0)) * normal_cdf(x);
  }

  template <class T>
  static T derivative(T x, const Parameters<T, 0>&) {
    return normal_cdf(x) + clamp(x, -36.0, 36.0) * normal_pdf(x);
  }

  template <class T>
  static T second_derivative(T x, const Parameters<T, 0>&) {
    const T c = clamp(x, -36.0, 36.0);
    return (T(2.0) - c * c) * normal_pdf(x);
  }

  static mask32x4 outside_tuned_range(f32x4 x, const Parameters<f32x4, 0>&) {
    return abs(x) > float32::gelu_limit;
  }
  static f32x4 value(f32x4 x, const Parameters<f32x4, 0>&) { return float32::gelu(x); }
  static f32x4 derivative(f32x4 x, const Parameters<f32x4, 0>&) { return float32::gelu_derivative(x); }

  /// The minimum is attained at x = -0.75179152469356446.
  static constexpr Properties properties(const Parameters<double, 0>&) {
    return {.range = closed_open(-0.16997120747990366, infinity), .monotone = false, .saturates_left = true};
  }
};

}  // namespace lab
