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

/// How the backward pass comes to know f' of a layer.
enum class SlopeRule {
  /// There is nothing to multiply by: the activation is the identity, or its slope comes in later.
  one,
  /// The forward pass left it where the delta will be.
  stored,
  /// From the activation itself.
  relu,
  tanh,
};

/// A step of plain gradient descent: after = before - rate * gradient.
struct Descent {
  const float* before;
  float* after;
  float rate;
};

/// What a layer's kernels work on: chosen and filled in once, so that a step only calls.
struct LayerCall {
  using Forward = void (*)(const LayerCall& call, const float* parameters, const float* x);
  using Backward = void (*)(const LayerCall& call, const float* x, float* gradient);
  using Descend = bool (*)(const LayerCall& call, const float* x, const Descent& descent);
  using Below = void (*)(const LayerCall& call, const float* parameters);

  /// W x + b, to `pre_activation`.
  Forward linear;
  /// The activation too, and its slope where that is stored; null for layers that have more than these.
  Forward forward;
  /// From `delta` and x, the gradients by weights and bias.
  Backward differentiate_weights;
  /// The same gradients, not written but descended at once. Whether all numbers are finite afterwards.
  Descend descend;
  /// From `delta`, that by x; times the slope of the layer below it is that layer's delta. Null for the first
  /// layer, except for inspection.
  Below differentiate_inputs;

  const LayerShape* layer;
  std::size_t lanes;
  float* pre_activation;
  float* activation;
  float* delta;
  /// What the layer below hands up, and where the gradient by it goes.
  const float* below_activation;
  float* below;
  SlopeRule slope;
  SlopeRule slope_of_below;
  Purpose purpose;
};

/// The rule for a layer of a workspace.
SlopeRule slope_rule(const LayerShape& layer, Purpose purpose);

/// Chooses the variants for the lanes in the call.
void choose_kernels(LayerCall& call);

/// delta = upstream * f', by a plain layer's rule.
void multiply_by_slope(SlopeRule rule, const float* upstream, const float* activation, std::size_t count,
                       float* delta);

}  // namespace lab
