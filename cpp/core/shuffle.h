#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "core/random.h"

namespace lab {

/// Fisher and Yates's; the multiplication favours no index by more than 2^-12 for a million of them. Uses one
/// random integer less than there are items.
template <class T>
void shuffle(std::span<T> items, Random& random) {
  for (std::size_t left = items.size(); left > 1; --left) {
    const auto other = static_cast<std::size_t>(std::uint64_t{random.next()} * left >> 32);
    std::swap(items[left - 1], items[other]);
  }
}

}  // namespace lab
