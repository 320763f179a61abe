#pragma once

#include <cstdint>

#include "network/samples.h"

namespace lab {

struct DataSplit {
  Samples train;
  Samples test;

  friend bool operator==(const DataSplit&, const DataSplit&) = default;
};

/// Shuffles the samples by the seed; the first `train_share` of them (0 to 1, rounded, but at least one) are
/// for training, the others for testing. Every sample is in one of both.
DataSplit split_samples(const Samples& samples, double train_share, std::uint64_t seed);

}  // namespace lab
