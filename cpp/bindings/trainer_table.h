#pragma once

#include <memory>
#include <vector>

#include "analysis/training/life_log.h"
#include "analysis/training/observer.h"
#include "network/trainer.h"

namespace lab::bindings {

/// All trainers, and what observes them, may need this many bytes together.
inline constexpr std::uint64_t table_budget = std::uint64_t{512} << 20;

/// Owns the trainers that JavaScript knows by a handle. A handle is used again after `remove`.
class TrainerTable {
 public:
  /// The handle, never 0; or 0, and the problems, if there is no trainer or no room for it.
  unsigned add(TrainerCreation creation, Problems& problems);
  /// Null if no trainer has this handle.
  [[nodiscard]] Trainer* find(unsigned handle) const;
  /// As Trainer::set_samples. There must be such a trainer.
  Problems set_samples(unsigned handle, Samples train, Samples test);
  /// Made at the first call for this trainer. Null, and a problem, if there is no room.
  Observer* observer_of(unsigned handle, Problems& problems);
  /// The lives of its units. There must be such a trainer.
  LifeLog& life_log_of(unsigned handle) { return places_[handle - 1].lives; }
  void remove(unsigned handle);

 private:
  struct Place {
    std::unique_ptr<Trainer> trainer = {};
    std::unique_ptr<Observer> observer = {};
    LifeLog lives = {};
    std::uint64_t bytes = 0;
  };

  /// Whether there is room for `bytes` in place of `freed` ones; else there is a problem.
  bool reserve(Place& place, std::uint64_t bytes, Problems& problems, std::uint64_t freed = 0);

  std::vector<Place> places_;
  std::uint64_t bytes_ = 0;
};

}  // namespace lab::bindings
