#include "activations/registry.h"

#include <algorithm>

namespace lab {

const ActivationEntry* find_activation(std::string_view key) {
  const auto all = activations();
  const auto found = std::lower_bound(
      all.begin(), all.end(), key,
      [](const ActivationEntry* entry, std::string_view wanted) { return entry->info.key < wanted; });
  return found != all.end() && (*found)->info.key == key ? *found : nullptr;
}

}  // namespace lab
