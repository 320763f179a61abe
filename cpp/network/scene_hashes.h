#pragma once

#include <vector>

#include "core/named_hash.h"

namespace lab {

/// The hash of all weights after each of the scenes.
std::vector<NamedHash> scene_hashes();

}  // namespace lab
