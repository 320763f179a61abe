#pragma once

#include <vector>

#include "core/named_hash.h"

namespace lab {

/// One hash per curve of every activation (`elu.value`, `elu.derivative`, `elu.second_derivative`; parameters
/// at their initial values) and per elementary function (`math.exp`), each over the same 106,041 inputs
/// spread evenly over all bit patterns of float.
std::vector<NamedHash> curve_hashes();

}  // namespace lab
