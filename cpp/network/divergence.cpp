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

/// All of one layer that is learned, in an array like the parameters.
bool learned_finite(const LayerShape& layer, const float* numbers) {
  if (!all_finite(numbers + layer.weights, layer.units * layer.row_stride)) return false;
  if (layer.has_bias && !layer.has_bias_in_row() && !all_finite(numbers + layer.bias, layer.units))
    return false;
  if (layer.normalization != Normalization::none &&
      !(all_finite(numbers + layer.scale, layer.units) && all_finite(numbers + layer.shift, layer.units)))
    return false;
  return !layer.learns_slope || all_finite(numbers + layer.slope, 1);
}

bool parameters_finite(const LayerShape& layer, const float* numbers) {
  return learned_finite(layer, numbers) && (layer.normalization != Normalization::batch ||
                                            (all_finite(numbers + layer.running_mean, layer.units) &&
                                             all_finite(numbers + layer.running_variance, layer.units)));
}

/// Where the activations have overwritten them, they are computed again, to where nothing is needed any more.
bool pre_activations_finite(const FailedStep& failed, std::size_t l) {
  const LayerBuffers& buffers = failed.workspace.layer(l);
  LayerCall call = failed.workspace.call(l);
  if (buffers.activation != buffers.pre_activation || call.layer->is_linear)
    return layer_finite(*call.layer, buffers.pre_activation, failed.batch);
  call.pre_activation = failed.workspace.upstream(l);
  call.linear(call, failed.parameters, l == 0 ? failed.batch.inputs : call.below_activation);
  return layer_finite(*call.layer, call.pre_activation, failed.batch);
}

}  // namespace

Divergence locate_divergence(const FailedStep& failed, std::uint64_t step) {
  const auto layers = failed.network.layers();
  for (std::size_t l = 0; l < layers.size(); ++l) {
    if (!pre_activations_finite(failed, l)) return {step, l, Quantity::pre_activation};
    if (!layer_finite(layers[l], failed.workspace.layer(l).activation, failed.batch))
      return {step, l, Quantity::activation};
  }
  for (std::size_t l = layers.size(); l-- > 0;) {
    if (!layer_finite(layers[l], failed.workspace.layer(l).delta, failed.batch))
      return {step, l, Quantity::delta};
    if (!learned_finite(layers[l], failed.gradient)) return {step, l, Quantity::gradient};
  }
  std::size_t l = 0;
  while (l + 1 < layers.size() && parameters_finite(layers[l], failed.parameters_after)) ++l;
  return {step, l, Quantity::parameters};
}

}  // namespace lab
