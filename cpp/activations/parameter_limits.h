#pragma once

#include "activations/activation.h"

namespace lab {

/// Whether every parameter is finite and within its limits.
inline bool within_limits(const StaticList<ParameterInfo, max_parameters>& infos, const float* parameters) {
  for (std::size_t i = 0; i < infos.size(); ++i) {
    // Limits are compared in float: 0.1 must be accepted as a parameter whose minimum is 0.1.
    if (!(parameters[i] >= static_cast<float>(infos[i].minimum) &&
          parameters[i] <= static_cast<float>(infos[i].maximum)))
      return false;
  }
  return true;
}

}  // namespace lab
