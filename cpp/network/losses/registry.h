#pragma once

#include <span>
#include <string_view>

#include "network/losses/loss.h"

namespace lab {

/// A loss without its type.
struct LossEntry {
  const LossInfo& loss;
  const ChoiceInfo& info;
  LossGradient gradient;
  LossTotal total;
};

/// Every loss, sorted by key. Made by CMake from the files in `catalog/`.
std::span<const LossEntry* const> losses();

/// Null if there is none.
const LossEntry* find_loss(std::string_view key);

template <ElementwiseLoss L>
constexpr LossEntry make_entry() {
  return {.loss = L::info,
          .info = L::info.choice,
          .gradient = elementwise_gradient<L>,
          .total = elementwise_total<L>};
}

template <VectorLoss L>
constexpr LossEntry make_entry() {
  return {.loss = L::info, .info = L::info.choice, .gradient = L::gradient, .total = L::total};
}

}  // namespace lab
