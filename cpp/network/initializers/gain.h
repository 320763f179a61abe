#pragma once

#include "network/setup.h"

namespace lab {

/// PyTorch's `torch.nn.init.calculate_gain`: what an activation takes away from the deviation of its input,
/// roughly. 1 for activations that PyTorch has no gain for.
double pytorch_gain(const Choice& activation);

}  // namespace lab
