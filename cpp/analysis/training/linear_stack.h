#pragma once

#include "network/trainer.h"

namespace lab {

/// Layers from `first` to `last`, both included.
struct LayerRun {
  std::size_t first;
  std::size_t last;

  friend bool operator==(const LayerRun&, const LayerRun&) = default;
};

/// Whether the layer computes nothing but a matrix product and a sum, batch normalisation by its running
/// statistics and a residual connection included.
bool is_affine(const LayerShape& layer);

/// The longest runs of affine layers, in order.
std::vector<LayerRun> affine_runs(const Network& network);

/// What a run of layers would be if each were affine: activations and layer normalisations are taken for the
/// identity.
struct CollapsedLayers {
  std::size_t inputs;
  std::size_t units;
  /// W_last ... W_first, row by row, one row per unit, and the bias that goes with it.
  std::vector<double> weights;
  std::vector<double> bias;
  /// Between this map of what enters the run and what the network makes of it, over all training samples and
  /// units: rounding if the layers are affine. Not finite where an activation is not.
  double largest_difference;
};

/// `run` must be within the network.
CollapsedLayers collapse_layers(const Trainer& trainer, LayerRun run);

}  // namespace lab
