#pragma once

#include <concepts>
#include <span>

#include "core/random.h"
#include "network/catalogue_info.h"

namespace lab {

struct InitializerInfo {
  ChoiceInfo choice;
  /// The gain of the layer scales the weights.
  bool uses_gain = false;
  /// Afterwards every layer is scaled until its pre-activations have variance 1 on the training data.
  bool scales_by_data = false;
};

/// One layer to be filled.
struct InitializerArguments {
  std::size_t inputs;
  std::size_t units;
  double gain;
  /// In the order of the info.
  const double* parameters;
  /// units x inputs, one row per unit.
  std::span<float> weights;
  /// One per unit, zeros; empty without bias.
  std::span<float> bias;
  Random& random;
};

/// Fills the weights, and the biases where the initialiser has an own rule for them.
using Initialize = void (*)(const InitializerArguments& arguments);

template <class I>
concept Initializer = requires(const InitializerArguments& arguments) {
  { I::info } -> std::convertible_to<const InitializerInfo&>;
  I::fill(arguments);
};

}  // namespace lab
