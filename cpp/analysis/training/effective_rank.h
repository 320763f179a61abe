#pragma once

#include "analysis/training/scatter_matrix.h"

namespace lab {

/// exp of the entropy of the normalised singular values of the centred samples (Roy, Vetterli 2007, "The
/// effective rank: a measure of effective dimensionality"). 0 if nothing varies, NaN if a number was not
/// finite. Overwrites the matrix; `room` holds twice as many numbers as there are variables.
double effective_rank(ScatterMatrix& scatter, std::span<double> room);

}  // namespace lab
