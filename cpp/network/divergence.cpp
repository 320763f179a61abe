#include "network/divergence.h"

namespace lab {

bool all_finite(const float* numbers, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    if (numbers[i] - numbers[i] != 0) return false;
  return true;
}

namespace {

bool layer_finite(const LayerShape& layer, const float* numbers, const Batch& batch) {
  for (std::size_t unit = 0; unit < layer.units; ++unit)
    if (!all_finite(numbers + unit * batch.lanes, batch.samples)) return false;
  return true;
}

/// All that belongs to one layer, in an array like the parameters.
bool parameters_finite(const LayerShape& layer, const float* numbers) {
  if (!all_finite(numbers + layer.weights, layer.units * layer.row_stride)) return false;
  if (layer.has_bias && !layer.has_bias_in_row() && !all_finite(numbers + layer.bias, layer.units))
    return false;
  if (layer.normalization != Normalization::none &&
      !(all_finite(numbers + layer.scale, layer.units) && all_finite(numbers + layer.shift, layer.units)))
    return false;
  return !layer.learns_slope || all_finite(numbers + layer.slope, 1);
}

}  // namespace

Divergence locate_divergence(const Network& network, const Batch& batch, const Workspace& workspace,
                             const float* gradient, const float* parameters_after, std::uint64_t step) {
  const auto layers = network.layers();
  for (std::size_t l = 0; l < layers.size(); ++l) {
    if (!layer_finite(layers[l], workspace.layer(l).pre_activation, batch))
      return {step, l, Quantity::pre_activation};
    if (!layer_finite(layers[l], workspace.layer(l).activation, batch))
      return {step, l, Quantity::activation};
  }
  for (std::size_t l = layers.size(); l-- > 0;) {
    if (!layer_finite(layers[l], workspace.layer(l).delta, batch)) return {step, l, Quantity::delta};
    if (!parameters_finite(layers[l], gradient)) return {step, l, Quantity::gradient};
  }
  for (std::size_t l = 0; l < layers.size(); ++l)
    if (!parameters_finite(layers[l], parameters_after)) return {step, l, Quantity::parameters};
  // Only the running statistics are left.
  return {step, 0, Quantity::parameters};
}

}  // namespace lab
