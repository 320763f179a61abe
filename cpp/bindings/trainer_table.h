#pragma once

#include <memory>
#include <vector>

#include "network/trainer.h"

namespace lab::bindings {

/// All trainers together may need this many bytes.
inline constexpr std::uint64_t table_budget = std::uint64_t{512} << 20;

/// Owns the trainers that JavaScript knows by a handle. A handle is used again after `remove`.
class TrainerTable {
 public:
  /// The handle, never 0; or 0, and the problems, if there is no trainer or no room for it.
  unsigned add(TrainerCreation creation, Problems& problems);
  /// Null if no trainer has this handle.
  [[nodiscard]] Trainer* find(unsigned handle) const;
  void remove(unsigned handle);

 private:
  struct Place {
    std::unique_ptr<Trainer> trainer;
    std::uint64_t bytes = 0;
  };

  std::vector<Place> places_;
  std::uint64_t bytes_ = 0;
};

}  // namespace lab::bindings
