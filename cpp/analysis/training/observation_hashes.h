#pragma once

#include <vector>

#include "core/named_hash.h"

namespace lab {

/// The hash of all numbers of each kind of analysis, of one trained network that has every kind of layer:
/// `analysis.observation` and so on. Equal hashes: equal bits, on whatever machine and compiler.
std::vector<NamedHash> observation_hashes();

}  // namespace lab
