#pragma once

#include <span>

#include "network/setup.h"

namespace lab {

/// What the first layer sees of some samples. `columns[c][i]` is column c of sample i.
///
/// Writes row f of `result` (input_width rows of `stride` numbers) for every input f. Squares, products,
/// sines and cosines are computed in double precision and rounded once.
void compute_inputs(const Setup& setup, std::span<const float* const> columns, std::size_t count,
                    std::size_t stride, float* result);

/// How every input changes with the first and with the second column of the data, as compute_inputs writes
/// the inputs themselves.
void compute_input_slopes(const Setup& setup, std::span<const float* const> columns, std::size_t count,
                          std::size_t stride, float* by_first, float* by_second);

}  // namespace lab
