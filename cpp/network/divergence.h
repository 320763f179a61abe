#pragma once

#include <optional>

#include "network/passes.h"

namespace lab {

/// A quantity of the network, in the order in which a step computes them.
enum class Quantity { pre_activation, activation, delta, gradient, parameters };

/// Where NaN or infinity appeared first.
struct Divergence {
  /// The step that could not be taken; 0 is the first one.
  std::uint64_t step;
  /// 0 is the first layer.
  std::size_t layer;
  Quantity quantity;

  friend bool operator==(const Divergence&, const Divergence&) = default;
};

/// Looks through what a step left behind. Some number of it must not be finite.
Divergence locate_divergence(const Network& network, const Batch& batch, const Workspace& workspace,
                             const float* gradient, const float* parameters_after, std::uint64_t step);

bool all_finite(const float* numbers, std::size_t count);

}  // namespace lab
