#include "network/network.h"

#include "network/lanes.h"

namespace lab {

namespace {

ActivationLoop loop_for(std::string_view activation) {
  if (activation == "identity") return ActivationLoop::none;
  if (activation == "relu") return ActivationLoop::relu;
  if (activation == "tanh") return ActivationLoop::tanh;
  return ActivationLoop::kernel;
}

}  // namespace

Network::Network(const Setup& setup) {
  std::size_t next = 0;
  const auto take = [&](std::size_t count) {
    const std::size_t offset = next;
    next += round_up_to_lanes(count);
    return offset;
  };
  std::size_t inputs = lab::input_width(setup), first_unit = 0;
  layers_.reserve(setup.layers.size());
  for (const LayerSetup& wanted : setup.layers) {
    LayerShape layer{};
    layer.inputs = inputs;
    layer.units = wanted.width;
    layer.activation = find_layer_activation(wanted.activation.key);
    for (std::size_t i = 0; i < max_parameters; ++i)
      layer.activation_parameters[i] = static_cast<float>(wanted.activation.parameters[i]);
    layer.normalization = wanted.normalization;
    layer.has_bias = wanted.bias;
    layer.is_residual = wanted.residual;
    layer.loop = loop_for(wanted.activation.key);
    layer.is_linear = layer.loop == ActivationLoop::none;
    layer.learns_slope = wanted.activation.key == "prelu";
    layer.row_stride = round_up_to_lanes(inputs);
    layer.weights = take(layer.units * layer.row_stride);
    layer.bias_stride = layer.has_bias_in_row() ? layer.row_stride : 1;
    if (layer.has_bias) layer.bias = layer.has_bias_in_row() ? layer.weights + inputs : take(layer.units);
    if (layer.normalization != Normalization::none) {
      layer.scale = take(layer.units);
      layer.shift = take(layer.units);
    }
    if (layer.learns_slope) layer.slope = take(1);
    layer.first_unit = first_unit;
    first_unit += layer.units;
    inputs = layer.units;
    is_plain_ = is_plain_ && layer.is_plain();
    layers_.push_back(layer);
  }
  learned_floats_ = next;
  for (LayerShape& layer : layers_) {
    if (layer.normalization != Normalization::batch) continue;
    layer.running_mean = take(layer.units);
    layer.running_variance = take(layer.units);
  }
  parameter_floats_ = next;
  visit_learned(*this, [this](std::size_t, std::size_t count) { parameter_count_ += count; });
}

}  // namespace lab
