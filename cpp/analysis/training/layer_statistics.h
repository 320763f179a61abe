#pragma once

#include "analysis/training/histogram.h"
#include "analysis/training/inspection.h"
#include "analysis/training/scatter_matrix.h"

namespace lab {

/// What a block of an Inspection left in a layer.
struct LayerBlock {
  const LayerShape& layer;
  const LayerBuffers& buffers;
  /// What the layer sees.
  const float* x;
  std::size_t samples;
  std::size_t lanes;
};

/// Gathers what is to be said of one layer, block by block: of each block first the forward pass, then the
/// backward pass.
class LayerStatistics {
 public:
  explicit LayerStatistics(const LayerShape& layer);

  void clear();
  /// `room` is that of a ScatterMatrix.
  void add_forward(const LayerBlock& block, const ObservationOptions& options, std::span<double> room);
  void add_backward(const LayerBlock& block);

  [[nodiscard]] HistogramLimits pre_activation_limits() const { return pre_activation_range_.limits(); }
  [[nodiscard]] HistogramLimits activation_limits() const { return activation_range_.limits(); }
  /// What one unit takes besides the scatter matrix.
  static constexpr std::size_t bytes_per_unit() { return sizeof(Unit); }
  /// Everything but histograms and the numbers that have to do with weights. `room` holds twice as many
  /// numbers as there are units.
  void write(std::size_t samples, std::span<double> room, LayerObservation& result);

 private:
  struct Unit {
    Moments pre_activation;
    std::size_t saturated = 0;
    std::size_t active = 0;
    /// Samples that have gradients, and the sum of their agreements.
    std::size_t with_gradients = 0;
    double agreement = 0;
  };

  void count_slopes(const LayerBlock& block, const ObservationOptions& options);
  void compare_signs(const LayerBlock& block);

  std::vector<Unit> units_;
  ScatterMatrix activations_;
  NumberRange pre_activation_range_;
  NumberRange activation_range_;
  double delta_squares_ = 0;
};

}  // namespace lab
