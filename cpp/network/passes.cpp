#include "network/passes.h"

#include "network/lanes.h"
#include "network/normalization.h"

namespace lab {

namespace {

NormalizationArguments normalization_of(const LayerShape& layer, const float* parameters, const Batch& batch,
                                        const LayerBuffers& buffers) {
  return {.units = layer.units,
          .samples = batch.samples,
          .lanes = batch.lanes,
          .scale = parameters + layer.scale,
          .shift = parameters + layer.shift,
          .normalized = buffers.linear,
          .inverse_deviation = buffers.inverse_deviation,
          .result = buffers.pre_activation};
}

void add(const float* a, const float* b, std::size_t count, float* sum) {
  for (std::size_t i = 0; i < count; i += 4) store(sum + i, load(a + i) + load(b + i));
}

/// The gradient of the slope that all units share: the sum of what the negative pre-activations let through.
void differentiate_slope(const float* upstream, const float* pre_activation, std::size_t count,
                         float* gradient) {
  f32x4 sum(0.0f);
  for (std::size_t i = 0; i < count; i += 4)
    sum = sum + load(upstream + i) * min(load(pre_activation + i), f32x4(0.0f));
  *gradient = horizontal_sum(sum);
}

/// What a batch normalisation went by.
enum class Statistics { batch, running };

/// From the gradient by the activation function's value to the layer's delta.
void finish_delta(const LayerCall& call, Statistics statistics, const float* parameters, const Batch& batch,
                  const LayerBuffers& buffers, const float* upstream, float* gradient) {
  const LayerShape& layer = *call.layer;
  if (layer.learns_slope)
    differentiate_slope(upstream, buffers.pre_activation, layer.units * batch.lanes, gradient + layer.slope);
  apply_slope(call, upstream);
  if (layer.normalization == Normalization::none) return;
  const NormalizationArguments arguments = normalization_of(layer, parameters, batch, buffers);
  const NormalizationGradient target{.scale = gradient + layer.scale, .shift = gradient + layer.shift};
  if (layer.normalization == Normalization::layer)
    differentiate_layer_normalization(arguments, buffers.delta, target);
  else if (statistics == Statistics::running)
    differentiate_by_running(arguments, parameters + layer.running_variance, buffers.delta, target);
  else
    differentiate_batch_normalization(arguments, buffers.delta, target);
}

/// The activation and what follows it.
void finish_layer(const LayerCall& call, const float* parameters, const float* inputs) {
  const LayerShape& layer = *call.layer;
  run_activation(call, parameters);
  if (layer.is_residual)
    add(layer.is_linear ? call.argument : call.activation, inputs, layer.units * call.lanes, call.activation);
}

/// What follows W x + b in a layer that is not plain, in training.
void complete_layer(const LayerCall& call, const float* parameters, float* running, const Batch& batch,
                    const LayerBuffers& buffers, const float* inputs) {
  const LayerShape& layer = *call.layer;
  if (layer.normalization != Normalization::none) {
    const NormalizationArguments arguments = normalization_of(layer, parameters, batch, buffers);
    if (layer.normalization == Normalization::layer)
      normalize_layer(arguments);
    else
      normalize_batch(arguments, {.mean_before = parameters + layer.running_mean,
                                  .variance_before = parameters + layer.running_variance,
                                  .mean_after = running + layer.running_mean,
                                  .variance_after = running + layer.running_variance});
  }
  finish_layer(call, parameters, inputs);
}

/// From the gradient by the outputs down to the first layer's delta. `differentiate(call, x)` takes a delta
/// to what is below it.
template <class Differentiate>
LAB_INLINE void differentiate_layers(Statistics statistics, const float* parameters, const Batch& batch,
                                     const Workspace& workspace, float* gradient,
                                     Differentiate differentiate) {
  const auto& calls = workspace.calls();
  const auto finish = [&](std::size_t l, const float* upstream) {
    if (upstream != calls[l].delta)
      finish_delta(calls[l], statistics, parameters, batch, workspace.layer(l), upstream, gradient);
  };
  finish(calls.size() - 1, workspace.output_gradient());
  for (std::size_t l = calls.size(); l-- > 0;) {
    const LayerCall& call = calls[l];
    differentiate(call, l == 0 ? batch.inputs : call.below_activation);
    if (!call.below) return;
    if (call.layer->is_residual)
      add(call.below, workspace.upstream(l), call.layer->inputs * batch.lanes, call.below);
    if (l > 0) finish(l - 1, call.below);
  }
}

}  // namespace

void predict_layer(const Network& network, std::size_t l, const float* parameters, const Batch& batch,
                   Workspace& workspace) {
  workspace.set_lanes(batch.lanes);
  const LayerShape& layer = network.layers()[l];
  const LayerBuffers& buffers = workspace.layer(l);
  const float* const inputs = l == 0 ? batch.inputs : workspace.layer(l - 1).activation;
  const LayerCall& call = workspace.call(l);
  workspace.kernels().forward(&call, &call + 1, parameters, inputs);
  if (layer.is_plain()) return;
  if (layer.normalization != Normalization::none) {
    const NormalizationArguments arguments = normalization_of(layer, parameters, batch, buffers);
    if (layer.normalization == Normalization::layer)
      normalize_layer(arguments);
    else
      normalize_by_running(arguments, parameters + layer.running_mean, parameters + layer.running_variance);
  }
  finish_layer(call, parameters, inputs);
}

void predict(const Network& network, const float* parameters, const Batch& batch, Workspace& workspace) {
  for (std::size_t l = 0; l < network.layers().size(); ++l)
    predict_layer(network, l, parameters, batch, workspace);
}

void run_layers(const float* parameters, float* running, const Batch& batch, const Workspace& workspace) {
  const auto& calls = workspace.calls();
  const float* inputs = batch.inputs;
  for (std::size_t l = 0; l < calls.size(); ++l) {
    const LayerCall& call = calls[l];
    workspace.kernels().forward(&call, &call + 1, parameters, inputs);
    if (!call.layer->is_plain()) complete_layer(call, parameters, running, batch, workspace.layer(l), inputs);
    inputs = call.activation;
  }
}

void run_backward(const Network& network, const float* parameters, const Batch& batch, Workspace& workspace,
                  float* gradient) {
  const WeightUpdate write{.before = nullptr, .after = gradient, .rate = 0};
  if (network.is_plain()) {
    run_plain_backward(parameters, batch, workspace, write);
    return;
  }
  differentiate_layers(Statistics::batch, parameters, batch, workspace, gradient,
                       [&](const LayerCall& call, const float* x) {
                         workspace.kernels().backward(&call, &call + 1, parameters, x, write);
                       });
}

void differentiate_prediction(const float* parameters, const Batch& batch, Workspace& workspace,
                              float* gradient) {
  differentiate_layers(
      Statistics::running, parameters, batch, workspace, gradient,
      [parameters](const LayerCall& call, const float*) { differentiate_inputs(call, parameters); });
}

void differentiate_weights(const Batch& batch, const Workspace& workspace, float* gradient) {
  const float* x = batch.inputs;
  for (const LayerCall& call : workspace.calls()) {
    differentiate_weights(call, x, gradient);
    x = call.activation;
  }
}

}  // namespace lab
