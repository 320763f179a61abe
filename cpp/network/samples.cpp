#include "network/samples.h"

namespace lab {

namespace {

std::vector<float>::iterator at(std::vector<float>& numbers, std::size_t index) {
  return numbers.begin() + static_cast<std::ptrdiff_t>(index);
}

}  // namespace

void add_sample(Samples& samples, std::span<const float> inputs, float target) {
  // From the last column on, whose place the others do not move.
  for (std::size_t column = samples.columns; column-- > 0;)
    samples.inputs.insert(at(samples.inputs, (column + 1) * samples.size()), inputs[column]);
  samples.targets.push_back(target);
}

void remove_sample(Samples& samples, std::size_t index) {
  for (std::size_t column = samples.columns; column-- > 0;)
    samples.inputs.erase(at(samples.inputs, column * samples.size() + index));
  samples.targets.erase(at(samples.targets, index));
}

}  // namespace lab
