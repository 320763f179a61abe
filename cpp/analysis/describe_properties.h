#pragma once

#include <string>

#include "activations/registry.h"

namespace lab {

/// Declared and measured properties for one choice of the parameters, as JSON; `web/src/engine/catalogue.ts`
/// gives its type. The parameters must be valid.
std::string describe_properties(const ActivationEntry& entry, const float* parameters);

}  // namespace lab
