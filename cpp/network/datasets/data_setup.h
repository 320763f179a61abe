#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "network/datasets/split.h"
#include "network/problem.h"
#include "network/setup.h"

namespace lab {

/// Fewer samples than classes are refused too.
inline constexpr std::size_t min_generated_samples = 2;
inline constexpr std::size_t max_generated_samples = 100'000;

/// A data set of the catalogue and everything its samples follow from. Plain data; `validate` says whether it
/// makes sense.
struct DataSetup {
  /// A key of the catalogue, with parameters.
  Choice dataset;
  /// Training and test samples together. Data sets of a fixed size ignore it.
  std::size_t samples = 500;
  /// Of data sets with a choice; the others ignore it.
  std::size_t classes = 2;
  /// 0 to 1. Data sets without noise ignore it.
  double noise = 0;
  /// 0 to 1; at least one sample is trained on. Data sets that do not split ignore it.
  double train_share = 0.5;
  std::uint64_t seed = 1;
  /// Of data sets with a formula, f(x) as `read_formula` takes it; the others ignore it. Empty: theirs.
  std::string formula = {};

  friend bool operator==(const DataSetup&, const DataSetup&) = default;
};

/// A choice with its parameters at their initial values. All zero if no data set has the key.
Choice choose_dataset(std::string_view key);

/// All that is wrong, under `data.`; empty: samples can be generated.
Problems validate(const DataSetup& data);

/// Whether the samples of a valid data set-up fit a network: its task, classes and columns.
Problems validate(const DataSetup& data, const Setup& setup);

/// Of a valid data set-up: how many classes its samples have; 0: their targets are values.
std::size_t class_count(const DataSetup& data);

/// How many samples there will be.
std::size_t sample_count(const DataSetup& data);

/// The samples of a valid data set-up, shuffled and split. Equal set-ups give equal bits on every machine.
/// Neither noise nor the share of training data changes the order; noise does not change what lies below it.
DataSplit generate(const DataSetup& data);

}  // namespace lab
