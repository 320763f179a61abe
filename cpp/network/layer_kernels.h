#pragma once

#include "network/network.h"

namespace lab {

/// How the backward pass comes to know f' of a layer.
enum class SlopeRule {
  /// There is nothing to multiply by: the activation is the identity, or its slope comes in later.
  one,
  /// The forward pass left it where the delta will be.
  stored,
  /// From the activation itself.
  relu,
  tanh,
  sigmoid,
};

/// What a layer's kernels work on: chosen and filled in once, so that a step only calls.
struct LayerCall {
  using Forward = void (*)(const LayerCall& call, const float* parameters, const float* x);
  using Backward = void (*)(const LayerCall& call, const float* x, float* gradient);
  using Below = void (*)(const LayerCall& call, const float* parameters);

  /// W x + b, to `pre_activation`.
  Forward linear;
  /// The activation too, and its slope if that is stored; null for layers that have more than these.
  Forward forward;
  /// From `delta` and x, the gradients by weights and bias.
  Backward differentiate_weights;
  /// From `delta`, that by x; times the slope of the layer below it is that layer's delta. Null for the first
  /// layer.
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
  /// Whether `pre_activation` and the slope stay, for those who want to see them.
  bool keeps_everything;
};

/// The rule for a plain layer of a workspace.
SlopeRule slope_rule(const LayerShape& layer, bool keeps_everything);

/// Chooses the variants for the lanes in the call.
void choose_kernels(LayerCall& call);

/// delta = upstream * f', by a plain layer's rule.
void multiply_by_slope(SlopeRule rule, const float* upstream, const float* activation, std::size_t count,
                       float* delta);

}  // namespace lab
