#pragma once

#include <cstddef>
#include <span>

#include "activations/parameter_limits.h"
#include "core/status.h"

/// Arrays cross in fixed buffers, seen from JavaScript as views; a view is valid until the memory grows,
/// which only trainers make it do.
namespace lab::bindings {

/// 64 KiB an array: input and outputs of one block stay in the second-level cache.
inline constexpr std::size_t block_capacity = 16384;

extern float input[block_capacity];
extern float value[block_capacity];
extern float derivative[block_capacity];
extern float parameters[max_parameters];

/// Null where there is none.
template <class Entry>
const Entry* entry_at(std::span<const Entry* const> entries, unsigned index) {
  return index < entries.size() ? entries[index] : nullptr;
}

/// Whether an entry of a catalogue, null where there is none, can be asked for a block of `count` numbers
/// with the `parameters` there are.
template <class Entry>
Status check_block(const Entry* entry, unsigned count) {
  if (entry == nullptr) return Status::unknown_activation;
  if (count > block_capacity) return Status::invalid_length;
  return within_limits(entry->info.parameters, parameters) ? Status::ok : Status::invalid_parameter;
}

}  // namespace lab::bindings
