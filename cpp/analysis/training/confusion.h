#pragma once

#include "network/trainer.h"

namespace lab {

/// How many samples of a class the network takes for which: row `true class`, column `predicted class`, row
/// by row. Two classes for a binary task; empty for regression and curves.
std::vector<std::uint32_t> confusion_matrix(const Trainer& trainer, Split split);

}  // namespace lab
