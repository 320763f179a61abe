// Prints how long a training step, the units over a grid and an observation take. `benchmark_network
// [name ...]` restricts it to some scenes.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include "analysis/training/gradient_grid.h"
#include "analysis/training/observer.h"
#include "core/random.h"
#include "network/grid.h"
#include "network/network.h"
#include "network/trainer.h"

namespace {

constexpr int rounds = 15;

lab::Samples random_samples(std::size_t columns, std::size_t count, std::size_t classes) {
  lab::Random random(7);
  lab::Samples samples;
  samples.columns = columns;
  samples.inputs.resize(columns * count);
  for (float& input : samples.inputs) input = 2 * random.uniform() - 1;
  for (std::size_t i = 0; i < count; ++i)
    samples.targets.push_back(static_cast<float>(random.next() % static_cast<std::uint32_t>(classes)));
  return samples;
}

/// Of the best round.
template <class Work>
double nanoseconds(Work work) {
  using Clock = std::chrono::steady_clock;
  double best = 1e18;
  for (int round = 0; round < rounds; ++round) {
    int repetitions = 0;
    const auto start = Clock::now();
    std::chrono::duration<double, std::nano> elapsed{};
    do {
      work();
      ++repetitions;
      elapsed = Clock::now() - start;
    } while (elapsed.count() < 2e7);
    best = std::min(best, elapsed.count() / repetitions);
  }
  return best;
}

/// TensorFlow Playground's learning: half squared error of a tanh output, SGD, batches of 10.
lab::Setup playground(std::initializer_list<std::size_t> hidden, const char* activation) {
  lab::Setup setup = lab::make_setup(hidden, activation);
  setup.layers.back().activation = lab::choose_activation("tanh");
  setup.loss = lab::choose_loss("half_squared");
  setup.shuffle = false;
  return setup;
}

lab::Setup classifier() {
  lab::Setup setup = lab::make_setup({128, 128}, "relu");
  setup.columns = 64;
  setup.task = lab::Task::multi_class;
  setup.classes = 10;
  setup.layers.back().width = 10;
  setup.loss = lab::choose_loss("softmax_cross_entropy");
  setup.batch_size = 64;
  setup.hyper.learning_rate = 0.001;
  setup.shuffle = false;
  return setup;
}

struct Scene {
  const char* name;
  lab::Setup setup;
  std::size_t samples;
  /// Steps per call.
  std::uint64_t steps;
};

void measure_steps(const Scene& scene) {
  const std::size_t classes = scene.setup.task == lab::Task::multi_class ? scene.setup.classes : 2;
  const auto creation =
      lab::Trainer::create(scene.setup, random_samples(scene.setup.columns, scene.samples, classes),
                           {.columns = scene.setup.columns});
  if (!creation.trainer) {
    std::printf("%s: %s\n", scene.name, creation.problems.front().path.c_str());
    return;
  }
  const double time = nanoseconds([&] {
    for (int i = 0; i < 100; ++i) creation.trainer->step(scene.steps);
  });
  std::printf("%-28s %10.1f ns a step\n", scene.name, time / (100.0 * static_cast<double>(scene.steps)));
}

void measure_grid(const char* name, std::size_t size) {
  const auto creation =
      lab::Trainer::create(playground({8, 8, 8}, "tanh"), random_samples(2, 200, 2), {.columns = 2});
  lab::Trainer& trainer = *creation.trainer;
  std::vector<float> planes(trainer.network().unit_count() * lab::plane_stride(size));
  const double time = nanoseconds([&] { lab::evaluate_grid(trainer, {.size = size}, planes); });
  std::printf("%-28s %10.1f us a grid\n", name, time / 1000);
}

void measure_gradient_grid(const char* name, std::size_t size) {
  const auto creation =
      lab::Trainer::create(playground({8, 8, 8}, "tanh"), random_samples(2, 200, 2), {.columns = 2});
  std::vector<float> planes(2 * lab::plane_stride(size));
  const double time =
      nanoseconds([&] { lab::evaluate_gradient_grid(*creation.trainer, {.size = size}, planes); });
  std::printf("%-28s %10.1f us a grid\n", name, time / 1000);
}

void measure_observation(const char* name, const lab::Setup& setup, std::size_t samples) {
  const std::size_t classes = setup.task == lab::Task::multi_class ? setup.classes : 2;
  const auto creation = lab::Trainer::create(setup, random_samples(setup.columns, samples, classes),
                                             {.columns = setup.columns});
  creation.trainer->step();
  lab::Observer observer(*creation.trainer);
  const double time = nanoseconds([&] { observer.observe(); });
  std::printf("%-28s %10.1f us an observation\n", name, time / 1000);
}

}  // namespace

int main(int argument_count, char** arguments) {
  const std::span<char*> names(arguments + 1, static_cast<std::size_t>(argument_count - 1));
  const auto wanted = [&](const std::string& name) {
    return names.empty() ||
           std::any_of(names.begin(), names.end(), [&](const char* text) { return name == text; });
  };
  const Scene scenes[] = {{"2-4-2-1-tanh", playground({4, 2}, "tanh"), 200, 1},
                          {"2-4-2-1-tanh-by-20", playground({4, 2}, "tanh"), 200, 20},
                          {"2-4-2-1-relu", playground({4, 2}, "relu"), 200, 1},
                          {"2-8-8-8-1-tanh", playground({8, 8, 8}, "tanh"), 200, 1},
                          {"2-8-8-8-1-relu", playground({8, 8, 8}, "relu"), 200, 1},
                          {"64-128-128-10", classifier(), 1024, 1}};
  for (const Scene& scene : scenes)
    if (wanted(scene.name)) measure_steps(scene);
  if (wanted("grid-100")) measure_grid("grid-100", 100);
  if (wanted("grid-256")) measure_grid("grid-256", 256);
  if (wanted("gradient-grid-100")) measure_gradient_grid("gradient-grid-100", 100);
  if (wanted("observe-2-8-8-8-1"))
    measure_observation("observe-2-8-8-8-1", playground({8, 8, 8}, "tanh"), 250);
  if (wanted("observe-64-128-128-10")) measure_observation("observe-64-128-128-10", classifier(), 1024);
}
