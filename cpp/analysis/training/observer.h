#pragma once

#include "analysis/training/layer_statistics.h"

namespace lab {

/// Looks at a trainer without changing it, as often as once a frame.
class Observer {
 public:
  /// `trainer` must outlive it.
  explicit Observer(const Trainer& trainer);
  /// Of what an observer of such a network keeps, the histograms apart.
  static std::uint64_t bytes_needed(const Network& network);

  /// Passes over the whole training data. The result stays until the next call. Allocates only if there are
  /// more bins than ever before. `options` must be valid.
  Observation& observe(const ObservationOptions& options = {});

 private:
  template <class Visit>
  void for_each_block(Visit visit);
  [[nodiscard]] LayerBlock block_of(std::size_t layer, const Batch& batch) const;
  void gather(const ObservationOptions& options);
  void fill_histograms(const ObservationOptions& options);
  void write_weight_norms(std::size_t layer, LayerObservation& result) const;

  Inspection inspection_;
  std::vector<LayerStatistics> statistics_;
  /// Of the mean loss over all blocks, like the trainer's padded parameters.
  std::vector<float> gradient_;
  std::vector<double> room_;
  Observation observation_;
};

}  // namespace lab
