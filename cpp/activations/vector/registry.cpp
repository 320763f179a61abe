#include "activations/vector/registry.h"

#include <algorithm>

#include "activations/parameter_limits.h"

namespace lab {

const VectorEntry* find_vector_activation(std::string_view key) {
  const auto all = vector_activations();
  const auto found = std::lower_bound(
      all.begin(), all.end(), key,
      [](const VectorEntry* entry, std::string_view wanted) { return entry->info.key < wanted; });
  return found != all.end() && (*found)->info.key == key ? *found : nullptr;
}

bool parameters_valid(const VectorEntry& entry, const float* parameters) {
  return within_limits(entry.info.parameters, parameters) && entry.length_rule(parameters).inputs != 0;
}

std::size_t output_length(const VectorEntry& entry, std::size_t count, const float* parameters) {
  if (count > max_vector_length || !parameters_valid(entry, parameters)) return 0;
  const LengthRule rule = entry.length_rule(parameters);
  return count % rule.inputs == 0 ? count / rule.inputs * rule.outputs : 0;
}

Status evaluate(const VectorEntry& entry, const VectorArguments& arguments) {
  if (!parameters_valid(entry, arguments.parameters)) return Status::invalid_parameter;
  if (output_length(entry, arguments.x.size(), arguments.parameters) == 0) return Status::invalid_length;
  entry.run(arguments);
  return Status::ok;
}

}  // namespace lab
