#pragma once

#include "network/setup.h"

namespace lab {

/// The factor on the learning rate at a step; 0 is the first one.
double schedule_factor(const Schedule& schedule, std::uint64_t step);

}  // namespace lab
