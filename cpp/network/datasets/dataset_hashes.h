#pragma once

#include <vector>

#include "core/named_hash.h"

namespace lab {

/// The hash of the samples of every data set, with noise where there is some: `dataset.<key>`.
std::vector<NamedHash> dataset_hashes();

}  // namespace lab
