#pragma once

#include <vector>

#include "core/named_hash.h"

namespace lab {

/// Everything whose bits are promised: the content of tests/golden/hashes.txt, line by line. Equal hashes:
/// equal bits, on whatever machine and compiler.
std::vector<NamedHash> golden_hashes();

}  // namespace lab
