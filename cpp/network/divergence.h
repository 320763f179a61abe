#pragma once

#include <optional>

#include "network/passes.h"

namespace lab {

/// A quantity of the network, in the order in which a step computes them.
enum class Quantity {
  /// What an activation is applied to.
  pre_activation,
  /// What the next layer sees; of the last layer: the outputs.
  activation,
  /// Gradient of the loss by W x + b; of the last layer it is the first that the loss has to do with.
  delta,
  /// Gradient of the loss by what is learned, penalties and clipping included.
  gradient,
  /// What the step would have made of the learned numbers and the running statistics.
  parameters,
};

/// Where NaN or infinity appeared first.
struct Divergence {
  /// The step that could not be taken; 0 is the first one.
  std::uint64_t step;
  /// 0 is the first layer.
  std::size_t layer;
  Quantity quantity;

  friend bool operator==(const Divergence&, const Divergence&) = default;
};

/// What a step that failed left behind. Some number of it is not finite.
struct FailedStep {
  const Network& network;
  const float* parameters;
  const Batch& batch;
  /// After the backward pass; its `upstream` is overwritten.
  const Workspace& workspace;
  const float* gradient;
  const float* parameters_after;
};

Divergence locate_divergence(const FailedStep& failed, std::uint64_t step);

bool all_finite(const float* numbers, std::size_t count);

}  // namespace lab
