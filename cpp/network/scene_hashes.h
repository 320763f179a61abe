#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

struct SceneHash {
  /// Such as `network.optimizer.adam`.
  std::string name;
  std::uint64_t hash;
};

/// The hash of all weights after training, for a set of short runs in which every loss, optimiser,
/// initialiser, schedule, feature and kind of layer takes part. Equal hashes: equal bits, on whatever machine
/// and compiler.
std::vector<SceneHash> scene_hashes();

}  // namespace lab
