#pragma once

#include "analysis/training/observation.h"

namespace lab {

/// When the units of a network died and revived, as far as observations showed it. A life is forgotten where
/// the training goes back to a step before it; at step 0 all lives begin anew.
class LifeLog {
 public:
  /// Takes note of which units are dead, and fills in `died_at` and `revived_at`. The lives of another
  /// network, one with another number of units, begin anew.
  void record(Observation& observation);
  void clear();

 private:
  struct Life {
    std::optional<std::uint64_t> died_at;
    std::optional<std::uint64_t> revived_at;
    bool was_dead = false;
  };

  void rewind(std::uint64_t step);

  std::vector<Life> lives_;
  std::uint64_t step_ = 0;
};

}  // namespace lab
