#pragma once

#include <memory>
#include <string_view>

#include "core/random.h"
#include "network/trainer.h"

namespace lab::testing {

/// Points whose targets fit the set-up's task.
inline Samples random_samples(const Setup& setup, std::size_t count, std::uint64_t seed) {
  Random random(seed);
  Samples samples;
  samples.columns = setup.columns;
  for (std::size_t i = 0; i < setup.columns * count; ++i)
    samples.inputs.push_back(3 * random.uniform() - 1.5f);
  for (std::size_t i = 0; i < count; ++i) {
    if (setup.task == Task::binary)
      samples.targets.push_back(static_cast<float>(random.next() % 2));
    else if (setup.task == Task::multi_class)
      samples.targets.push_back(
          static_cast<float>(random.next() % static_cast<std::uint32_t>(setup.classes)));
    else
      samples.targets.push_back(2 * random.uniform() - 1);
  }
  return samples;
}

/// A small network with whatever the seed decides: task, features, depth, widths, biases, normalisations and
/// residual connections.
inline Setup random_setup(std::string_view activation, std::uint64_t seed) {
  Random random(seed);
  const auto choose = [&random](std::uint32_t count) { return random.next() % count; };
  Setup setup = make_setup({}, activation);
  setup.layers.clear();
  setup.columns = 1 + choose(3);
  if (setup.columns == 2 && choose(2) == 0)
    setup.features = {Feature::x1, Feature::x2_squared, Feature::x1_x2, Feature::sin_x2, Feature::cos_x1};
  std::size_t inputs = input_width(setup);
  const std::uint32_t depth = 1 + choose(3);
  for (std::uint32_t l = 0; l < depth; ++l) {
    LayerSetup layer =
        make_layer(choose(3) == 0 ? inputs : 1 + choose(6), choose(5) == 0 ? "identity" : activation);
    layer.bias = choose(4) != 0;
    layer.normalization = Normalization{static_cast<int>(choose(3))};
    layer.residual = layer.width == inputs && choose(2) == 0;
    setup.layers.push_back(layer);
    inputs = layer.width;
  }
  setup.task = Task{static_cast<int>(choose(3))};
  const bool squared = setup.task == Task::regression;
  setup.layers.push_back(make_layer(setup.task == Task::multi_class ? setup.classes : 1,
                                    squared && choose(2) == 0 ? activation : "identity"));
  if (setup.task == Task::multi_class) setup.loss = choose_loss("softmax_cross_entropy");
  if (squared) setup.loss = choose_loss("mse");
  setup.batch_size = 7;
  setup.hyper.learning_rate = 0.003;
  setup.seed = seed;
  return setup;
}

/// After some steps, so that running statistics and slopes are not those of the beginning.
inline std::unique_ptr<Trainer> random_trainer(std::string_view activation, std::uint64_t seed,
                                               std::size_t samples) {
  const Setup setup = random_setup(activation, seed);
  auto trainer =
      Trainer::create(setup, random_samples(setup, samples, seed), random_samples(setup, 9, seed + 1))
          .trainer;
  if (trainer) trainer->step(12);
  return trainer;
}

}  // namespace lab::testing
