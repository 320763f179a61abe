#pragma once

#include <span>
#include <string_view>

#include "network/datasets/make_samples.h"

namespace lab {

/// A data set without its type.
struct DatasetEntry {
  const DatasetInfo& dataset;
  const ChoiceInfo& info;
  MakeSamples make;
};

/// Every data set, sorted by key. Made by CMake from the files in `catalog/`.
std::span<const DatasetEntry* const> datasets();

/// Null if there is none.
const DatasetEntry* find_dataset(std::string_view key);

template <class D>
constexpr DatasetEntry make_entry() {
  return {.dataset = D::info, .info = D::info.choice, .make = make_samples<D>};
}

}  // namespace lab
