#include "network/passes.h"

#include "network/lanes.h"
#include "network/normalization.h"

namespace lab {

namespace {

void run_activation(const LayerShape& layer, const float* parameters, Order order,
                    const LayerBuffers& buffers, std::size_t count) {
  const KernelArguments arguments{
      .x = buffers.pre_activation,
      .count = count,
      .parameters = layer.learns_slope ? parameters + layer.slope : layer.activation_parameters,
      .value = buffers.activation,
      .derivative = buffers.delta,
      .second_derivative = nullptr};
  layer.activation->kernels[static_cast<std::size_t>(order)](arguments);
}

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
void finish_delta(const LayerShape& layer, SlopeRule rule, Statistics statistics, const float* parameters,
                  const Batch& batch, const LayerBuffers& buffers, const float* upstream, float* gradient) {
  const std::size_t count = layer.units * batch.lanes;
  if (layer.learns_slope)
    differentiate_slope(upstream, buffers.pre_activation, count, gradient + layer.slope);
  multiply_by_slope(rule, upstream, buffers.activation, count, buffers.delta);
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

/// From the gradient by the outputs down to the first layer's delta. `finished(call, x)` is told of each
/// layer whose delta is there.
template <class Finished>
LAB_INLINE void differentiate_layers(const Network& network, Statistics statistics, const float* parameters,
                                     const Batch& batch, Workspace& workspace, float* gradient,
                                     Finished finished) {
  std::size_t l = workspace.calls().size() - 1;
  const auto finish = [&](const float* upstream) {
    finish_delta(network.layers()[l], workspace.call(l).slope, statistics, parameters, batch,
                 workspace.layer(l), upstream, gradient);
  };
  if (const float* const upstream = loss_gradient(workspace); upstream != workspace.call(l).delta)
    finish(upstream);

  while (l > 0) {
    const LayerCall& call = workspace.call(l);
    finished(call, call.below_activation);
    call.differentiate_inputs(call, parameters);
    --l;
    if (call.below == workspace.call(l).delta) [[likely]]
      continue;
    if (call.layer->is_residual)
      add(call.below, workspace.upstream(l + 1), call.layer->inputs * batch.lanes, call.below);
    finish(call.below);
  }
  finished(workspace.call(0), batch.inputs);
}

/// All of a layer behind W x + b.
void finish_forward(const LayerShape& layer, const float* parameters, float* running, const Batch& batch,
                    const LayerBuffers& buffers, const float* inputs) {
  const std::size_t count = layer.units * batch.lanes;
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
  if (!layer.is_linear) run_activation(layer, parameters, Order::value_and_derivative, buffers, count);
  if (layer.is_residual)
    add(layer.is_linear ? buffers.pre_activation : buffers.activation, inputs, count, buffers.activation);
}

}  // namespace

void predict_layer(const Network& network, std::size_t l, const float* parameters, const Batch& batch,
                   Workspace& workspace) {
  workspace.set_lanes(batch.lanes);
  const LayerShape& layer = network.layers()[l];
  const LayerBuffers& buffers = workspace.layer(l);
  const float* const inputs = l == 0 ? batch.inputs : workspace.layer(l - 1).activation;
  const LayerCall& call = workspace.call(l);
  if (call.forward) return call.forward(call, parameters, inputs);
  const std::size_t count = layer.units * batch.lanes;
  call.linear(call, parameters, inputs);
  if (layer.normalization != Normalization::none) {
    const NormalizationArguments arguments = normalization_of(layer, parameters, batch, buffers);
    if (layer.normalization == Normalization::layer)
      normalize_layer(arguments);
    else
      normalize_by_running(arguments, parameters + layer.running_mean, parameters + layer.running_variance);
  }
  const Order order = workspace.purpose() == Purpose::prediction ? Order::value : Order::value_and_derivative;
  if (!layer.is_linear) run_activation(layer, parameters, order, buffers, count);
  if (layer.is_residual)
    add(layer.is_linear ? buffers.pre_activation : buffers.activation, inputs, count, buffers.activation);
}

void predict(const Network& network, const float* parameters, const Batch& batch, Workspace& workspace) {
  for (std::size_t l = 0; l < network.layers().size(); ++l)
    predict_layer(network, l, parameters, batch, workspace);
}

void run_forward(const Network& network, const float* parameters, float* running, const Batch& batch,
                 Workspace& workspace) {
  workspace.set_lanes(batch.lanes);
  const float* inputs = batch.inputs;
  for (const LayerCall& call : workspace.calls()) {
    if (call.forward) [[likely]] {
      call.forward(call, parameters, inputs);
    } else {
      call.linear(call, parameters, inputs);
      const auto l = static_cast<std::size_t>(&call - workspace.calls().data());
      finish_forward(network.layers()[l], parameters, running, batch, workspace.layer(l), inputs);
    }
    inputs = call.activation;
  }
}

float* loss_gradient(const Workspace& workspace) {
  const LayerCall& output = workspace.calls().back();
  return output.layer->is_plain() && output.layer->is_linear
             ? output.delta
             : workspace.upstream(workspace.calls().size() - 1);
}

void run_backward(const Network& network, const float* parameters, const Batch& batch, Workspace& workspace,
                  float* gradient) {
  differentiate_layers(
      network, Statistics::batch, parameters, batch, workspace, gradient,
      [gradient](const LayerCall& call, const float* x) { call.differentiate_weights(call, x, gradient); });
}

void differentiate_prediction(const Network& network, const float* parameters, const Batch& batch,
                              Workspace& workspace, float* gradient) {
  differentiate_layers(network, Statistics::running, parameters, batch, workspace, gradient,
                       [](const LayerCall&, const float*) {});
  const LayerCall& first = workspace.call(0);
  first.differentiate_inputs(first, parameters);
  if (first.layer->is_residual)
    add(first.below, workspace.upstream(0), first.layer->inputs * batch.lanes, first.below);
}

void differentiate_weights(const Batch& batch, const Workspace& workspace, float* gradient) {
  const float* x = batch.inputs;
  for (const LayerCall& call : workspace.calls()) {
    call.differentiate_weights(call, x, gradient);
    x = call.activation;
  }
}

bool run_descent(const Batch& batch, Workspace& workspace, const Descent& descent) {
  const LayerCall* const first = workspace.calls().data();
  const LayerCall* call = first + workspace.calls().size() - 1;
  if (call->slope != SlopeRule::one)
    multiply_by_slope(call->slope, loss_gradient(workspace), call->activation,
                      call->layer->units * batch.lanes, call->delta);
  bool finite = true;
  for (; call != first; --call) {
    finite &= call->descend(*call, call->below_activation, descent);
  }
  return call->descend(*call, batch.inputs, descent) && finite;
}

}  // namespace lab
