#pragma once

#include "activations/activation.h"

namespace lab {

/// ReLU with a small slope for negative inputs, so that no unit dies.
struct LeakyRelu {
  static constexpr ActivationInfo info{
      .key = "leaky_relu",
      .name = "Leaky ReLU",
      .name_zh = "Leaky ReLU（带泄漏修正线性单元）",
      .aliases = {"lrelu"},
      .family = Family::rectifier,
      .latex = R"(\begin{cases} x & x > 0 \\ a\,x & x \le 0 \end{cases})",
      .latex_derivative = R"(\begin{cases} 1 & x > 0 \\ a & x \le 0 \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {{.key = "negative_slope",
                      .symbol = "a",
                      .initial = 0.01,
                      .minimum = -100,
                      .maximum = 100,
                      .slider_minimum = 0,
                      .slider_maximum = 1,
                      .step = 0.01}},
      .code = {.pytorch_module = "nn.LeakyReLU(negative_slope={negative_slope})",
               .pytorch = "F.leaky_relu(x, negative_slope={negative_slope})",
               .keras = "keras.activations.leaky_relu(x, negative_slope={negative_slope})",
               .jax = "jax.nn.leaky_relu(x, negative_slope={negative_slope})",
               .onnx = "LeakyRelu(alpha={negative_slope})",
               .javascript = "x > 0 ? x : {negative_slope} * x",
               .javascript_derivative = "x > 0 ? 1 : {negative_slope}"},
      .paper = {.authors = "Maas, Hannun, Ng",
                .year = 2013,
                .title = "Rectifier Nonlinearities Improve Neural Network Acoustic Models",
                .url = "https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf"},
      .accuracy = {.value = {.ulp = 0.5}, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  /// With slope 0 the limit at -infinity is 0, not 0 * infinity.
  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [slope] = parameters;
    const T lowest = select(slope == T(0.0), T(-0x1.fffffep127), T(-infinity));
    return select(x > T(0.0), x, slope * max(x, lowest));
  }

  /// PyTorch takes the slope at the kink.
  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [slope] = parameters;
    return select(x > T(0.0), T(1.0), slope);
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 1>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [slope] = parameters;
    const bool is_identity = slope == 1;
    return {.range = slope > 0 ? all_reals : closed_open(0, infinity),
            .monotone = slope >= 0,
            .symmetry = is_identity   ? Symmetry::odd
                        : slope == -1 ? Symmetry::even
                                      : Symmetry::none,
            .saturates_left = slope == 0,
            .kinks = is_identity ? StaticList<double, 4>{} : StaticList<double, 4>{0},
            .identity_on = is_identity ? all_reals : closed_open(0, infinity)};
  }
};

}  // namespace lab
