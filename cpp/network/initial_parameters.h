#pragma once

#include "network/data_table.h"
#include "network/workspace.h"

namespace lab {

/// Lanes of a workspace for predictions.
inline constexpr std::size_t prediction_lanes = 64;

/// Fills the parameters by each layer's initialiser. A layer's random numbers depend on the seed and its
/// index only. `workspace` is for predictions; `inputs` has room for a whole batch of it.
void fill_initial_parameters(const Setup& setup, const Network& network, const DataTable& table,
                             Workspace& workspace, float* inputs, float* parameters);

}  // namespace lab
