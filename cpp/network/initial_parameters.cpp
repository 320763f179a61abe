#include "network/initial_parameters.h"

#include <algorithm>
#include <vector>

#include "core/random.h"
#include "network/initializers/gain.h"
#include "network/initializers/registry.h"
#include "network/lanes.h"
#include "network/passes.h"

namespace lab {

namespace {

double gain_of(const LayerSetup& layer, const InitializerEntry& initializer) {
  if (!initializer.initializer.uses_gain) return 1;
  return layer.gain != 0 ? layer.gain : pytorch_gain(layer.activation);
}

void fill_layer(const LayerSetup& setup, const LayerShape& layer, Random random, float* parameters) {
  const InitializerEntry& initializer = *find_initializer(setup.initializer.key);
  std::vector<float> weights(layer.units * layer.inputs), bias(layer.has_bias ? layer.units : 0);
  initializer.fill({.inputs = layer.inputs,
                    .units = layer.units,
                    .gain = gain_of(setup, initializer),
                    .parameters = setup.initializer.parameters.data(),
                    .weights = weights,
                    .bias = bias,
                    .random = random});
  for (std::size_t unit = 0; unit < layer.units; ++unit)
    std::copy_n(weights.data() + unit * layer.inputs, layer.inputs,
                parameters + layer.weights + unit * layer.row_stride);
  for (std::size_t unit = 0; unit < bias.size(); ++unit)
    parameters[layer.bias + unit * layer.bias_stride] = bias[unit];
  if (layer.normalization != Normalization::none) std::fill_n(parameters + layer.scale, layer.units, 1.0f);
  if (layer.normalization == Normalization::batch)
    std::fill_n(parameters + layer.running_variance, layer.units, 1.0f);
  if (layer.learns_slope) parameters[layer.slope] = static_cast<float>(setup.activation.parameters[0]);
}

/// Variance of W x + b over all units and samples.
double pre_activation_variance(const float* numbers, std::size_t units, const Batch& batch) {
  double sum = 0, squares = 0;
  for (std::size_t unit = 0; unit < units; ++unit) {
    for (std::size_t s = 0; s < batch.samples; ++s) {
      const double number = numbers[unit * batch.lanes + s];
      sum += number;
      squares += number * number;
    }
  }
  const auto count = static_cast<double>(units * batch.samples);
  return squares / count - (sum / count) * (sum / count);
}

/// Layer-sequential unit variance. The biases are zero, so that one division per layer is enough.
void scale_by_data(const Setup& setup, const Network& network, const Batch& batch, Workspace& workspace,
                   float* parameters) {
  workspace.set_lanes(batch.lanes);
  for (std::size_t l = 0; l < network.layers().size(); ++l) {
    const LayerShape& layer = network.layers()[l];
    if (find_initializer(setup.layers[l].initializer.key)->initializer.scales_by_data) {
      const LayerCall& call = workspace.call(l);
      run_linear(call, workspace.kernels(), parameters,
                 l == 0 ? batch.inputs : workspace.layer(l - 1).activation);
      const double variance = pre_activation_variance(call.pre_activation, layer.units, batch);
      if (variance > 0) {
        const auto factor = static_cast<float>(1 / __builtin_sqrt(variance));
        for (std::size_t unit = 0; unit < layer.units; ++unit)
          for (std::size_t i = 0; i < layer.inputs; ++i)
            parameters[layer.weights + unit * layer.row_stride + i] *= factor;
      }
    }
    predict_layer(network, l, parameters, batch, workspace);
  }
}

}  // namespace

void fill_initial_parameters(const Setup& setup, const Network& network, const DataTable& table,
                             Workspace& workspace, float* inputs, float* parameters) {
  std::fill_n(parameters, network.parameter_floats(), 0.0f);
  bool needs_data = false;
  for (std::size_t l = 0; l < network.layers().size(); ++l) {
    std::uint64_t seed = setup.seed;
    fill_layer(setup.layers[l], network.layers()[l], Random(split_mix_64(seed), l), parameters);
    needs_data = needs_data || find_initializer(setup.layers[l].initializer.key)->initializer.scales_by_data;
  }
  if (!needs_data) return;
  const std::size_t count = std::min(table.size(), prediction_lanes);
  const TableSlice spread{
      .first = 0, .step = table.size() / count, .count = count, .lanes = round_up_to_lanes(count)};
  copy_rows(table.inputs(), network.input_width(), table.stride(), spread, inputs);
  scale_by_data(setup, network, {.inputs = inputs, .samples = count, .lanes = spread.lanes}, workspace,
                parameters);
}

}  // namespace lab
