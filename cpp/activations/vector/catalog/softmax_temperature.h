#pragma once

#include "activations/vector/softmax_weights.h"

namespace lab {

/// Softmax with temperature: sharper below 1, flatter above.
struct SoftmaxTemperature {
  static constexpr VectorInfo info{
      .key = "softmax_temperature",
      .name = "Softmax with temperature",
      .name_zh = "带温度的 Softmax",
      .latex = R"(y_i = \frac{e^{x_i / T}}{\sum_k e^{x_k / T}})",
      .latex_jacobian = R"(\frac{\partial y_i}{\partial x_j} = \frac{1}{T}\,y_i\,(\delta_{ij} - y_j))",
      .parameters = {{.key = "temperature",
                      .symbol = "T",
                      .initial = 1,
                      .minimum = 1e-3,
                      .maximum = 1e3,
                      .slider_minimum = 0.1,
                      .slider_maximum = 5,
                      .step = 0.1}},
      .code = {.pytorch_module = {},
               .pytorch = "F.softmax(x / {temperature}, dim=-1)",
               .keras = "keras.activations.softmax(x / {temperature})",
               .jax = "jax.nn.softmax(x / {temperature})",
               .onnx = {},
               .javascript = {},
               .javascript_derivative = {}},
      .paper = {.authors = "Hinton, Vinyals, Dean",
                .year = 2015,
                .title = "Distilling the Knowledge in a Neural Network",
                .url = "https://arxiv.org/abs/1503.02531"},
      .accuracy = {.value = rounded_once, .jacobian = rounded_once}};

  static constexpr LengthRule length_rule(const Parameters<double, 1>&) {
    return {.inputs = 1, .outputs = 1};
  }

  static void value(std::span<const double> x, const Parameters<double, 1>& parameters, std::span<double> y) {
    const SoftmaxWeights softmax(x, parameters[0]);
    for (std::size_t i = 0; i < y.size(); ++i) y[i] = softmax.probability(i);
  }

  static void jacobian(std::span<const double> x, const Parameters<double, 1>& parameters,
                       Jacobian& jacobian) {
    const auto& [temperature] = parameters;
    const SoftmaxWeights softmax(x, temperature);
    for (std::size_t i = 0; i < x.size(); ++i) {
      for (std::size_t j = 0; j < x.size(); ++j) jacobian.set(i, j, softmax.derivative(i, j) / temperature);
    }
  }
};

}  // namespace lab
