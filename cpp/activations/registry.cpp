#include "activations/registry.h"

#include <algorithm>

#include "activations/parameter_limits.h"

namespace lab {

const ActivationEntry* find_activation(std::string_view key) {
  const auto all = activations();
  const auto found = std::lower_bound(
      all.begin(), all.end(), key,
      [](const ActivationEntry* entry, std::string_view wanted) { return entry->info.key < wanted; });
  return found != all.end() && (*found)->info.key == key ? *found : nullptr;
}

bool parameters_valid(const ActivationInfo& info, const float* parameters) {
  return within_limits(info.parameters, parameters);
}

}  // namespace lab
