#pragma once

#include "core/random.h"
#include "network/trainer.h"

namespace lab::testing {

/// Points in a square whose class says on which side of a circle, or between which rays, they lie.
inline Samples labelled_points(std::size_t count, std::size_t classes = 2, std::uint64_t seed = 3) {
  Random random(seed);
  Samples samples;
  samples.columns = 2;
  samples.inputs.resize(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    const float x = samples.inputs[i] = 4 * random.uniform() - 2;
    const float y = samples.inputs[count + i] = 4 * random.uniform() - 2;
    const auto label = classes == 2 ? (x * x + y * y < 2 ? 1u : 0u) : ((x > 0 ? 1u : 0u) + (y > 0 ? 1u : 0u));
    samples.targets.push_back(static_cast<float>(label));
  }
  return samples;
}

inline Samples no_samples() {
  return {.columns = 2};
}

inline std::unique_ptr<Trainer> make_trainer(const Setup& setup, std::size_t train = 37,
                                             std::size_t test = 11) {
  const std::size_t classes = setup.task == Task::multi_class ? setup.classes : 2;
  return Trainer::create(setup, labelled_points(train, classes), labelled_points(test, classes, 4)).trainer;
}

}  // namespace lab::testing
