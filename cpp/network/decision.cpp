#include "network/decision.h"

#include "network/data_table.h"
#include "network/losses/registry.h"

namespace lab {

Decision::Decision(const Setup& setup) : outputs_(setup.layers.back().width) {
  const bool centred = find_loss(setup.loss.key)->loss.outputs == OutputRule::logits ||
                       target_coding(setup) == TargetCoding::minus_one_one;
  threshold_ = centred ? 0.0f : 0.5f;
}

std::size_t Decision::operator()(const float* outputs, std::size_t lanes, std::size_t sample) const {
  if (outputs_ == 1) return outputs[sample] > threshold_ ? 1 : 0;
  std::size_t largest = 0;
  for (std::size_t unit = 1; unit < outputs_; ++unit)
    if (outputs[unit * lanes + sample] > outputs[largest * lanes + sample]) largest = unit;
  return largest;
}

}  // namespace lab
