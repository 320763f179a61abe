#pragma once

#include <string>

#include "network/trainer.h"

namespace lab {

/// The set-up, complete, and the shape of the network, as JSON: the types `CoreSetup` and `Shape` of
/// `web/src/engine/training/shape.ts`. Offsets count from the start of Trainer::parameters.
std::string describe_trainer(const Trainer& trainer);

}  // namespace lab
