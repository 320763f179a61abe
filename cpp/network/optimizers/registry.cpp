#include "network/optimizers/registry.h"

namespace lab {

const OptimizerEntry* find_optimizer(std::string_view key) {
  return find_by_key(optimizers(), key);
}

}  // namespace lab
