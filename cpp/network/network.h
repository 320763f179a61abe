#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "network/layer_activation.h"
#include "network/setup.h"

namespace lab {

/// How the passes compute an activation.
enum class ActivationLoop {
  /// It is the identity.
  none,
  relu,
  tanh,
  /// By its kernel of the catalogue.
  kernel,
};

/// One layer and where its numbers are. Offsets count floats from the start of the parameters; every block
/// begins at a multiple of four and is padded with zeros to one.
struct LayerShape {
  std::size_t inputs;
  std::size_t units;
  const LayerActivation* activation;
  float activation_parameters[max_parameters];
  Normalization normalization;
  bool has_bias;
  bool is_residual;
  ActivationLoop loop;
  /// The activation is the identity: nothing to compute.
  bool is_linear;
  /// The activation's only parameter is learned (PReLU).
  bool learns_slope;
  /// The weight of input i to unit u is at weights + u * row_stride + i.
  std::size_t weights;
  std::size_t row_stride;
  /// Unit u's bias is at bias + u * bias_stride: behind its weights where the padding leaves room for it,
  /// else all biases side by side.
  std::size_t bias;
  std::size_t bias_stride;
  /// Gain and shift (PyTorch's weight and bias) of the normalisation.
  std::size_t scale;
  std::size_t shift;
  std::size_t slope;
  /// Running mean and variance of a batch normalisation; they lie behind all that is learned.
  std::size_t running_mean;
  std::size_t running_variance;
  /// How many units the layers before this one have.
  std::size_t first_unit;

  [[nodiscard]] bool has_bias_in_row() const { return has_bias && inputs % 4 != 0; }
  /// Nothing but W x + b and an activation without learned numbers: the gradient by its activation, times the
  /// slope, is at once its delta.
  [[nodiscard]] bool is_plain() const {
    return normalization == Normalization::none && !learns_slope && !is_residual;
  }
};

/// The shape of a network. Its numbers live elsewhere, in arrays of `parameter_floats` floats: first what is
/// learned, then the running statistics.
class Network {
 public:
  /// Of a valid set-up.
  explicit Network(const Setup& setup);

  [[nodiscard]] std::span<const LayerShape> layers() const { return layers_; }
  [[nodiscard]] std::size_t input_width() const { return layers_.front().inputs; }
  [[nodiscard]] std::size_t output_width() const { return layers_.back().units; }
  /// All layers are.
  [[nodiscard]] bool is_plain() const { return is_plain_; }
  [[nodiscard]] std::size_t unit_count() const { return layers_.back().first_unit + layers_.back().units; }
  /// Of what is learned, with padding.
  [[nodiscard]] std::size_t learned_floats() const { return learned_floats_; }
  /// Of all numbers, with padding.
  [[nodiscard]] std::size_t parameter_floats() const { return parameter_floats_; }
  /// Of what is learned, without padding.
  [[nodiscard]] std::size_t parameter_count() const { return parameter_count_; }

 private:
  std::vector<LayerShape> layers_;
  std::size_t learned_floats_ = 0;
  std::size_t parameter_floats_ = 0;
  std::size_t parameter_count_ = 0;
  bool is_plain_ = true;
};

/// Calls `visit(offset, count)` for every run of numbers without padding, in the order of PyTorch's
/// state_dict.
template <class Visit>
void visit_learned(const Network& network, Visit visit) {
  for (const LayerShape& layer : network.layers()) {
    for (std::size_t unit = 0; unit < layer.units; ++unit)
      visit(layer.weights + unit * layer.row_stride, layer.inputs);
    if (layer.has_bias)
      for (std::size_t unit = 0; unit < layer.units; ++unit)
        visit(layer.bias + unit * layer.bias_stride, std::size_t{1});
    if (layer.normalization != Normalization::none) {
      visit(layer.scale, layer.units);
      visit(layer.shift, layer.units);
    }
    if (layer.learns_slope) visit(layer.slope, std::size_t{1});
  }
}

/// The same for the running statistics.
template <class Visit>
void visit_running(const Network& network, Visit visit) {
  for (const LayerShape& layer : network.layers()) {
    if (layer.normalization != Normalization::batch) continue;
    visit(layer.running_mean, layer.units);
    visit(layer.running_variance, layer.units);
  }
}

}  // namespace lab
