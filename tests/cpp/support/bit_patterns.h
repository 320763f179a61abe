#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/bit_cast.h"

namespace lab::testing {

/// Numbers that IEEE 754 treats specially, then pseudo-random bit patterns, NaNs among them.
template <class Number, class Bits>
std::vector<Number> special_and_random(std::size_t random_count) {
  using Limits = std::numeric_limits<Number>;
  std::vector<Number> numbers;
  for (const Number x :
       {Number{0}, Limits::denorm_min(), Limits::min(), Limits::epsilon(), Number{0.5}, Number{1},
        Number{1.5}, Number{2}, Number{3}, Limits::max(), Limits::infinity(), Limits::quiet_NaN()})
    numbers.insert(numbers.end(), {x, -x});
  std::uint64_t state = 1;
  for (std::size_t i = 0; i < random_count; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    numbers.push_back(bit_cast<Number>(static_cast<Bits>(state >> (64 - 8 * sizeof(Bits)))));
  }
  return numbers;
}

/// Equal bits, or both NaN: which NaN an operation makes is the processor's choice.
template <class Number>
bool same(Number a, Number b) {
  return a != a ? b != b : __builtin_memcmp(&a, &b, sizeof a) == 0;
}

}  // namespace lab::testing
