#pragma once

#include "network/trainer.h"

namespace lab {

/// How far the gradients by a unit's incoming weights agree in sign. Where all of its inputs are positive
/// they all do, sample by sample, and the weights can only grow or shrink together.
struct SignAgreement {
  /// |sum of signs| / count over the gradients that are not 0, mean over the batches that have any: 1 where
  /// all agree. 0 if no batch has any.
  double agreement = 0;
  /// Share of those batches in which all signs are the same.
  double unanimous = 0;
};

/// By layer and unit, over the training data in their order, cut into batches of `batch_size`; 0: all at
/// once. The gradient of a batch is that of its mean loss, with batch normalisation by the running
/// statistics; biases are left out.
std::vector<std::vector<SignAgreement>> sign_agreement(const Trainer& trainer, std::size_t batch_size);

}  // namespace lab
