#pragma once

#include <vector>

#include "network/trainer.h"
#include "support/reference.h"

namespace lab::testing {

/// A number on libm that knows its derivative by one parameter.
using Rate = Dual<Reference>;

/// f of one activation of the catalogue.
using RateFunction = Rate (*)(Rate x, const float* parameters);

/// A straightforward network, sample by sample, that knows nothing of lanes, layouts or backward passes: what
/// the gradients are checked against.
class ReferenceNetwork {
 public:
  ReferenceNetwork(const Setup& setup, RateFunction hidden) : setup_(setup), hidden_(hidden) {}

  /// Mean half squared error, as a function of the parameters in the trainer's order.
  [[nodiscard]] Rate loss(const std::vector<Rate>& parameters, const Samples& samples) const {
    Vectors activations = inputs_of(samples);
    const Rate* next = parameters.data();
    for (const LayerSetup& layer : setup_.layers) activations = run_layer(layer, activations, next);
    Rate total(0.0);
    for (std::size_t s = 0; s < samples.size(); ++s) {
      const Rate error = activations[s][0] - Rate(double{samples.targets[s]});
      total = total + error * error * Rate(0.5);
    }
    return total / Rate(static_cast<double>(samples.size()));
  }

 private:
  using Vectors = std::vector<std::vector<Rate>>;

  [[nodiscard]] Vectors inputs_of(const Samples& samples) const {
    Vectors inputs(samples.size());
    for (std::size_t s = 0; s < samples.size(); ++s)
      for (std::size_t c = 0; c < samples.columns; ++c)
        inputs[s].push_back(Rate(double{samples.inputs[c * samples.size() + s]}));
    return inputs;
  }

  Vectors run_layer(const LayerSetup& layer, const Vectors& inputs, const Rate*& next) const {
    const std::size_t depth = inputs[0].size();
    const Rate* const weights = next;
    next += layer.width * depth;
    const Rate* const bias = next;
    if (layer.bias) next += layer.width;
    const Rate* const scale = next;
    const Rate* const shift = next + layer.width;
    if (layer.normalization != Normalization::none) next += 2 * layer.width;

    Vectors linear(inputs.size());
    for (std::size_t s = 0; s < inputs.size(); ++s) {
      for (std::size_t unit = 0; unit < layer.width; ++unit) {
        Rate sum = layer.bias ? bias[unit] : Rate(0.0);
        for (std::size_t i = 0; i < depth; ++i) sum = sum + weights[unit * depth + i] * inputs[s][i];
        linear[s].push_back(sum);
      }
    }
    if (layer.normalization == Normalization::layer)
      for (auto& units : linear) normalize(units);
    if (layer.normalization == Normalization::batch) normalize_columns(linear);

    Vectors result(inputs.size());
    for (std::size_t s = 0; s < inputs.size(); ++s) {
      for (std::size_t unit = 0; unit < layer.width; ++unit) {
        Rate z = linear[s][unit];
        if (layer.normalization != Normalization::none) z = z * scale[unit] + shift[unit];
        const Rate a = activate(layer, z, *next);
        result[s].push_back(layer.residual ? a + inputs[s][unit] : a);
      }
    }
    if (layer.activation.key == "prelu") ++next;
    return result;
  }

  [[nodiscard]] Rate activate(const LayerSetup& layer, Rate z, const Rate& slope) const {
    if (layer.activation.key == "identity") return z;
    if (layer.activation.key == "prelu") return select(z > Rate(0.0), z, slope * z);
    float parameters[max_parameters];
    for (std::size_t i = 0; i < max_parameters; ++i)
      parameters[i] = static_cast<float>(layer.activation.parameters[i]);
    return hidden_(z, parameters);
  }

  static void normalize(std::vector<Rate>& numbers) {
    const Rate count(static_cast<double>(numbers.size()));
    Rate mean(0.0), squares(0.0);
    for (const Rate& number : numbers) mean = mean + number / count;
    for (const Rate& number : numbers) squares = squares + (number - mean) * (number - mean) / count;
    for (Rate& number : numbers) number = (number - mean) / sqrt(squares + Rate(1e-5));
  }

  static void normalize_columns(Vectors& numbers) {
    for (std::size_t unit = 0; unit < numbers[0].size(); ++unit) {
      std::vector<Rate> column;
      for (const auto& sample : numbers) column.push_back(sample[unit]);
      normalize(column);
      for (std::size_t s = 0; s < numbers.size(); ++s) numbers[s][unit] = column[s];
    }
  }

  const Setup& setup_;
  RateFunction hidden_;
};

}  // namespace lab::testing
