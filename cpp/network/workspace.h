#pragma once

#include <cstddef>
#include <vector>

#include "network/arena.h"
#include "network/layer_kernels.h"
#include "network/network.h"

namespace lab {

/// What a pass leaves behind of one layer, unit by unit: array[unit * lanes + sample], `lanes` being those of
/// the pass.
struct LayerBuffers {
  /// W x + b; normalised (before scale and shift) if the layer normalises.
  float* linear;
  /// What the activation is applied to; the same as `linear` without normalisation.
  float* pre_activation;
  /// What the next layer sees.
  float* activation;
  /// After a backward pass: the gradient of the mean loss by W x + b. Before, in some layers, f'. Null
  /// without backward passes.
  float* delta;
  /// See NormalizationArguments.
  float* inverse_deviation;
};

/// The numbers of one pass over up to `max_lanes` samples.
class Workspace {
 public:
  /// `network` must stay where it is.
  Workspace(const Network& network, std::size_t max_lanes, Purpose purpose, Arena& arena);

  /// Before a pass over that many lanes.
  void set_lanes(std::size_t lanes);

  [[nodiscard]] Purpose purpose() const { return purpose_; }
  [[nodiscard]] std::size_t max_lanes() const { return max_lanes_; }
  [[nodiscard]] const LayerBuffers& layer(std::size_t index) const { return layers_[index]; }
  [[nodiscard]] const LayerBuffers& output() const { return layers_.back(); }
  [[nodiscard]] const std::vector<LayerCall>& calls() const { return calls_; }
  [[nodiscard]] const LayerCall& call(std::size_t index) const { return calls_[index]; }
  /// Gradients by the activations of two neighbouring layers, where they are not turned into deltas at once.
  [[nodiscard]] float* upstream(std::size_t layer) const { return upstream_[layer & 1]; }
  /// The gradient by the inputs of the network. Null except for inspection.
  [[nodiscard]] float* input_gradient() const { return input_gradient_; }

 private:
  void prepare_calls(const Network& network);

  Purpose purpose_;
  std::size_t max_lanes_;
  std::size_t lanes_ = 0;
  std::vector<LayerBuffers> layers_;
  std::vector<LayerCall> calls_;
  float* upstream_[2] = {};
  float* input_gradient_ = nullptr;
};

}  // namespace lab
