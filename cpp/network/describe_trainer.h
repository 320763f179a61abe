#pragma once

#include <string>

#include "network/trainer.h"

namespace lab {

/// As JSON: `setup`, complete; `data`, what the data was generated from, where it is known; `shape`, the type
/// `Shape` of `web/src/engine/training/shape.ts`, with offsets from the start of Trainer::parameters.
std::string describe_trainer(const Trainer& trainer);

}  // namespace lab
