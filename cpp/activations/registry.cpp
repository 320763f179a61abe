#include "activations/registry.h"

#include <algorithm>

namespace lab {

const ActivationEntry* find_activation(std::string_view key) {
  const auto all = activations();
  const auto found = std::lower_bound(all.begin(), all.end(), key, [](const ActivationEntry* entry, std::string_view wanted) {
    return entry->info.key < wanted;
  });
  return found != all.end() && (*found)->info.key == key ? *found : nullptr;
}

bool parameters_valid(const ActivationInfo& info, const float* parameters) {
  for (std::size_t i = 0; i < info.parameters.size(); ++i) {
    const ParameterInfo& limits = info.parameters[i];
    // Limits are compared in float: 0.1 must be accepted as a parameter whose minimum is 0.1.
    if (!(parameters[i] >= static_cast<float>(limits.minimum) && parameters[i] <= static_cast<float>(limits.maximum)))
      return false;
  }
  return true;
}

}  // namespace lab
