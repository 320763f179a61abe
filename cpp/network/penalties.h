#pragma once

#include "network/network.h"

namespace lab {

/// Adds the gradient of l1 * sum |w| + l2 / 2 * sum w^2 over the weights of all layers.
void add_penalties(const Network& network, const float* parameters, double l1, double l2, float* gradient);

/// Scales the gradient down to a norm of at most `limit`, as PyTorch's clip_grad_norm_. `count` is a multiple
/// of four.
void clip_norm(float* gradient, std::size_t count, double limit);

}  // namespace lab
