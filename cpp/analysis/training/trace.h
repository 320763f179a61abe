#pragma once

#include <optional>

#include "network/trainer.h"

namespace lab {

/// A learned number and the gradient of the loss by it.
struct TracedNumber {
  float value;
  float gradient;
};

/// One unit, from its inputs x to its output and back. "Gradient" is that of the loss.
struct UnitTrace {
  /// By input.
  std::vector<TracedNumber> weights;
  /// Each weight times its input.
  std::vector<float> products;
  std::optional<TracedNumber> bias = {};
  /// W x + b: the bias and then the products, added up from the first to the last.
  float linear;
  /// Of a layer that normalises: before scale and shift.
  std::optional<float> normalized = {};
  std::optional<TracedNumber> scale = {};
  std::optional<TracedNumber> shift = {};
  float pre_activation;
  /// f and f' of the pre-activation.
  float activation;
  float slope;
  /// What the next layer sees: the activation, plus the input if the layer is residual.
  float output;
  /// Gradients by `output` and by `linear`.
  float output_gradient;
  float delta;
};

struct LayerTrace {
  /// What the layer sees.
  std::vector<float> inputs;
  std::vector<UnitTrace> units;
  /// Of PReLU: shared by all units.
  std::optional<TracedNumber> learned_slope = {};
};

/// The forward and backward pass of one sample, number by number, with batch normalisation by the running
/// statistics. Every number is the one the network computes with, bit for bit.
struct Trace {
  std::vector<LayerTrace> layers;
  /// One per output, as the loss sees them.
  std::vector<float> targets;
  /// Of this sample, without penalties.
  double loss;
};

/// `sample` must be less than the size of the split.
Trace trace_sample(const Trainer& trainer, Split split, std::size_t sample);

}  // namespace lab
