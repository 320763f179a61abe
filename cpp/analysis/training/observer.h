#pragma once

#include "analysis/training/inspection.h"
#include "analysis/training/observation.h"
#include "analysis/training/scatter_matrix.h"

namespace lab {

/// Looks at a trainer without changing it, as often as once a frame.
class Observer {
 public:
  /// `trainer` must outlive it.
  explicit Observer(const Trainer& trainer);
  /// Of everything an observer of such a network keeps, but for the histograms.
  static std::uint64_t bytes_needed(const Network& network);

  /// Passes over the whole training data. The result stays until the next call. Allocates only if there are
  /// more bins than ever before. `options` must be valid.
  Observation& observe(const ObservationOptions& options = {});
};

}  // namespace lab
