#pragma once

#include "activations/activation.h"

namespace lab {

/// Leaky ReLU whose slope is learned.
struct Prelu {
  static constexpr ActivationInfo info{
      .key = "prelu",
      .name = "PReLU",
      .name_zh = "PReLU（参数化修正线性单元）",
      .aliases = {},
      .family = Family::rectifier,
      .latex = R"(\begin{cases} x & x > 0 \\ a\,x & x \le 0 \end{cases})",
      .latex_derivative = R"(\begin{cases} 1 & x > 0 \\ a & x \le 0 \end{cases})",
      .latex_second_derivative = "0",
      .parameters = {{.key = "weight",
                      .symbol = "a",
                      .initial = 0.25,
                      .minimum = -100,
                      .maximum = 100,
                      .slider_minimum = -1,
                      .slider_maximum = 1,
                      .step = 0.05}},
      .code = {.pytorch_module = "nn.PReLU(init={weight})",
               .pytorch = "F.prelu(x, x.new_tensor([{weight}]))",
               .keras = "keras.activations.leaky_relu(x, negative_slope={weight})",
               .jax = "jax.nn.leaky_relu(x, negative_slope={weight})",
               .onnx = "PRelu(slope={weight})",
               .javascript = "x > 0 ? x : {weight} * x",
               .javascript_derivative = "x > 0 ? 1 : {weight}"},
      .paper =
          {.authors = "He, Zhang, Ren, Sun",
           .year = 2015,
           .title =
               "Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification",
           .url = "https://arxiv.org/abs/1502.01852"},
      .accuracy = {.value = {.ulp = 0.5}, .derivative = exact, .second_derivative = exact}};

  using Lanes = f32x4;

  /// A slope of 0 gives 0 at -infinity, not 0 * infinity.
  template <class T>
  static T value(T x, const Parameters<T, 1>& parameters) {
    const auto& [weight] = parameters;
    const T lower = select(weight == T(0.0), T(-std::numeric_limits<float>::max()), T(-infinity));
    return select(x > T(0.0), x, weight * max(x, lower));
  }

  /// PyTorch takes the left branch at the kink.
  template <class T>
  static T derivative(T x, const Parameters<T, 1>& parameters) {
    const auto& [weight] = parameters;
    return select(x > T(0.0), T(1.0), weight);
  }

  template <class T>
  static T second_derivative(T, const Parameters<T, 1>&) {
    return T(0.0);
  }

  static constexpr Properties properties(const Parameters<double, 1>& parameters) {
    const auto& [weight] = parameters;
    if (weight == 1)
      return {.range = all_reals, .monotone = true, .symmetry = Symmetry::odd, .identity_on = all_reals};
    return {.range = weight > 0 ? all_reals : closed_open(0, infinity),
            .monotone = weight >= 0,
            .symmetry = weight == -1 ? Symmetry::even : Symmetry::none,
            .saturates_left = weight == 0,
            .kinks = {0},
            .identity_on = closed_open(0, infinity)};
  }
};

}  // namespace lab
