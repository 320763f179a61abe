#pragma once

#include "activations/activation.h"

namespace lab {

/// ReLU that stays silent up to a threshold.
struct ThresholdedRelu {
  static constexpr ActivationInfo info{
      .key = "thresholded_relu",
      .name = "Thresholded ReLU",
      .name_zh = "Thresholded ReLU（阈值修正线性单元）",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\begin{cases} x & x > \theta \\ 0 & x \le \theta \end{cases})",
      .latex_derivative = R"(\begin{cases} 1 & x > \theta \\ 0 & x \le \theta \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {{.key = "theta",
                      .symbol = R"(\theta)",
                      .initial = 1,
                      .minimum = 0,
                      .maximum = 100,
                      .slider_minimum = 0,
                      .slider_maximum = 3,
                      .step = 0.1}},
      .code = {.pytorch_module = "nn.Threshold({theta}, 0)",
               .pytorch = "F.threshold(x, {theta}, 0)",
               .keras = "keras.activations.relu(x, threshold={theta})",
               .jax = "jnp.where(x > {theta}, x, 0)",
               .onnx = "ThresholdedRelu(alpha={theta})",
               .javascript = "x > {theta} ? x : 0",
               .javascript_derivative = "x > {theta} ? 1 : 0"},
      .paper = {.authors = "Konda, Memisevic, Krueger",
                .year = 2014,
                .title = "Zero-bias Autoencoders and the Benefits of Co-adapting Features",
                .url = "https://arxiv.org/abs/1402.3337"},
      .accuracy = {.value = exact, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [theta] = parameters;
    return select(x <= theta, T(0.0), x);
  }

  /// PyTorch takes 0 at the kink.
  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [theta] = parameters;
    return select(x <= theta, T(0.0), T(1.0));
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 1>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [theta] = parameters;
    return {.range = closed_open(0, infinity),
            .monotone = true,
            .saturates_left = true,
            .kinks = {theta},
            .identity_on = theta == 0 ? closed_open(0, infinity) : open(theta, infinity)};
  }
};

}  // namespace lab
