#pragma once

#include <span>
#include <string_view>

#include "network/initializers/initializer.h"

namespace lab {

/// An initialiser without its type.
struct InitializerEntry {
  const InitializerInfo& initializer;
  const ChoiceInfo& info;
  Initialize fill;
};

/// Every initialiser, sorted by key. Made by CMake from the files in `catalog/`.
std::span<const InitializerEntry* const> initializers();

/// Null if there is none.
const InitializerEntry* find_initializer(std::string_view key);

template <Initializer I>
constexpr InitializerEntry make_entry() {
  return {.initializer = I::info, .info = I::info.choice, .fill = I::fill};
}

}  // namespace lab
