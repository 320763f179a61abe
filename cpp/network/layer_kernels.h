#pragma once

#include "network/network.h"

namespace lab {

enum class Purpose {
  /// Forward passes. Activations overwrite pre-activations.
  prediction,
  /// Backward passes too. Activations overwrite pre-activations where nothing needs these any more.
  training,
  /// As training, number by number, but everything is kept.
  inspection,
};

/// How a backward pass comes to know f' of a layer.
enum class SlopeRule {
  /// There is nothing to multiply by.
  one,
  /// A forward pass left it where the delta will be.
  stored,
  /// From the activation itself.
  relu,
  tanh,
};

/// What the kernels work on in one layer: filled in once, so that a step only calls.
struct LayerCall {
  const LayerShape* layer;
  /// What is done behind W x + b; nothing if the layer is not plain.
  ActivationLoop loop;
  std::size_t lanes;
  /// W x + b.
  float* pre_activation;
  /// What the activation is applied to; the same without normalisation.
  const float* argument;
  float* activation;
  /// Null without backward passes.
  float* delta;
  /// Where a forward pass stores f': `delta`, or null.
  float* slopes;
  SlopeRule slope;
  /// What the layer below hands up, and where the gradient by it goes: its `delta`, times its slope, if that
  /// is all there is to its delta. Null for the first layer, except for inspection.
  const float* below_activation;
  float* below;
  SlopeRule slope_of_below;
};

/// What becomes of the gradients by weights and biases: a step of plain gradient descent, after = before -
/// rate * gradient, or without `before` they are written to `after`.
struct WeightUpdate {
  const float* before;
  float* after;
  float rate;
};

/// What is done to consecutive layers, from `first` up to and not including `end`. x is what the first one
/// sees.
struct LayerKernels {
  /// W x + b, activations, and the slopes that are stored.
  void (*forward)(const LayerCall* first, const LayerCall* end, const float* parameters, const float* x);
  /// From the last one's delta, the deltas below and the gradients by weights and biases. False if what is
  /// written to `after` is not finite, or nearly so.
  bool (*backward)(const LayerCall* first, const LayerCall* end, const float* parameters, const float* x,
                   const WeightUpdate& update);
};

/// The variants for that many lanes.
LayerKernels layer_kernels(std::size_t lanes);

/// W x + b alone, to `pre_activation`.
void run_linear(LayerCall call, const LayerKernels& kernels, const float* parameters, const float* x);

/// The two halves of `backward` for one layer and any number of lanes: from its delta to what is `below`, and
/// to the gradients by weights and biases, in an array like the parameters.
void differentiate_inputs(const LayerCall& call, const float* parameters);
void differentiate_weights(const LayerCall& call, const float* x, float* gradient);

/// From `argument` to `activation`, and the slope to `slopes`, of any layer.
void run_activation(const LayerCall& call, const float* parameters);

/// From the gradient by the activation to that by what it is applied to.
void apply_slope(const LayerCall& call, const float* upstream);

}  // namespace lab
