#pragma once

#include <span>
#include <string_view>

#include "network/optimizers/optimizer.h"

namespace lab {

/// An optimiser without its type.
struct OptimizerEntry {
  const OptimizerInfo& optimizer;
  const ChoiceInfo& info;
  /// How many numbers are remembered per parameter.
  std::size_t memory;
  Update update;
};

/// Every optimiser, sorted by key. Made by CMake from the files in `catalog/`.
std::span<const OptimizerEntry* const> optimizers();

/// Null if there is none.
const OptimizerEntry* find_optimizer(std::string_view key);

template <Optimizer O>
constexpr OptimizerEntry make_entry() {
  return {.optimizer = O::info, .info = O::info.choice, .memory = O::memory, .update = run_update<O>};
}

}  // namespace lab
