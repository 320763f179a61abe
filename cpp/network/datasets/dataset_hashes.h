#pragma once

#include <vector>

#include "network/scene_hashes.h"

namespace lab {

/// The hash of the samples of every data set, with noise where there is some: `dataset.<key>`.
std::vector<SceneHash> dataset_hashes();

}  // namespace lab
