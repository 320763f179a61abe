// Trainers by handle. Numbers cross in two buffers, `given` and `result`, that grow as needed: a view on one
// of them is valid until the next call. A call with a handle of no trainer changes nothing and gives nothing.
#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "bindings/trainer_table.h"
#include "bindings/view.h"
#include "network/describe_choices.h"
#include "network/describe_trainer.h"
#include "network/grid.h"
#include "network/setup_json.h"

namespace {

using emscripten::val;
using lab::Problems;
using lab::Samples;
using lab::Split;
using lab::Trainer;
using lab::bindings::view;

struct Desk {
  lab::bindings::TrainerTable trainers;
  std::vector<float> given;
  std::vector<float> result;
  double numbers[8];
  /// Of the last call that could be refused.
  Problems problems;
};

Desk& desk() {
  static Desk the_desk;
  return the_desk;
}

Trainer* find(unsigned handle) {
  return desk().trainers.find(handle);
}

val show(std::vector<float> numbers) {
  desk().result = std::move(numbers);
  return view(desk().result.data(), desk().result.size());
}

std::span<const float> given(unsigned count) {
  const std::span<const float> all(desk().given);
  return all.first(std::min<std::size_t>(count, all.size()));
}

/// Whether there are none.
bool note(Problems problems) {
  desk().problems = std::move(problems);
  return desk().problems.empty();
}

/// To be filled before a call that takes numbers.
val numbers_to_give(unsigned count) {
  desk().given.resize(count);
  return view(desk().given.data(), count);
}

/// The next `count` samples of the given numbers: inputs column by column, then targets.
Samples take_samples(std::span<const float>& numbers, std::size_t columns, std::size_t count) {
  const auto take = [&](std::size_t length) {
    const auto piece = numbers.first(std::min(length, numbers.size()));
    numbers = numbers.subspan(piece.size());
    return std::vector<float>(piece.begin(), piece.end());
  };
  Samples samples{.columns = columns};
  samples.inputs = take(columns * count);
  samples.targets = take(count);
  return samples;
}

/// Of the set-up and the given numbers: the training samples, then the test samples.
unsigned create_trainer(const std::string& setup, unsigned columns, unsigned train, unsigned test) {
  lab::SetupReading reading = lab::read_setup(setup);
  if (!note(std::move(reading.problems))) return 0;
  std::span<const float> numbers(desk().given);
  Samples train_samples = take_samples(numbers, columns, train);
  Samples test_samples = take_samples(numbers, columns, test);
  return desk().trainers.add(
      Trainer::create(reading.setup, std::move(train_samples), std::move(test_samples)), desk().problems);
}

unsigned load_trainer(const std::string& document) {
  return desk().trainers.add(Trainer::load(document), desk().problems);
}

void delete_trainer(unsigned handle) {
  desk().trainers.remove(handle);
}

std::string describe_trainer(unsigned handle) {
  const Trainer* const trainer = find(handle);
  return trainer ? lab::describe_trainer(*trainer) : "null";
}

/// The inputs column by column, then the targets.
val samples(unsigned handle, bool test) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return show({});
  const Samples& source = trainer->samples(test ? Split::test : Split::train);
  std::vector<float> numbers = source.inputs;
  numbers.insert(numbers.end(), source.targets.begin(), source.targets.end());
  return show(std::move(numbers));
}

double step(unsigned handle, double count) {
  Trainer* const trainer = find(handle);
  return trainer ? static_cast<double>(trainer->step(static_cast<std::uint64_t>(count))) : 0;
}

double step_samples(unsigned handle, double count) {
  Trainer* const trainer = find(handle);
  return trainer ? static_cast<double>(trainer->step_samples(static_cast<std::uint64_t>(count))) : 0;
}

double run_epochs(unsigned handle, double count) {
  Trainer* const trainer = find(handle);
  return trainer ? static_cast<double>(trainer->run_epochs(static_cast<std::uint64_t>(count))) : 0;
}

/// Steps, epochs, samples seen, next sample, learning rate; of a divergence the step, layer and quantity,
/// else -1.
val progress(unsigned handle) {
  const Trainer* const trainer = find(handle);
  double* const numbers = desk().numbers;
  if (!trainer) return view(numbers, 0);
  numbers[0] = static_cast<double>(trainer->steps());
  numbers[1] = static_cast<double>(trainer->epochs());
  numbers[2] = static_cast<double>(trainer->samples_seen());
  numbers[3] = static_cast<double>(trainer->next_sample());
  numbers[4] = trainer->learning_rate();
  const auto& divergence = trainer->divergence();
  numbers[5] = divergence ? static_cast<double>(divergence->step) : -1;
  numbers[6] = divergence ? static_cast<double>(divergence->layer) : -1;
  numbers[7] = divergence ? static_cast<double>(divergence->quantity) : -1;
  return view(numbers, 8);
}

/// Loss and score of the training data, then of the test data.
val evaluate_splits(unsigned handle) {
  const Trainer* const trainer = find(handle);
  double* const numbers = desk().numbers;
  if (!trainer) return view(numbers, 0);
  const lab::Evaluation train = trainer->evaluate(Split::train), test = trainer->evaluate(Split::test);
  numbers[0] = train.loss;
  numbers[1] = train.score;
  numbers[2] = test.loss;
  numbers[3] = test.score;
  return view(numbers, 4);
}

unsigned plane_stride(unsigned size) {
  return static_cast<unsigned>(lab::plane_stride(size));
}

/// The planes of the output units, or of all; nothing if it is refused.
val grid(unsigned handle, unsigned size, float x1_minimum, float x1_maximum, float x2_minimum,
         float x2_maximum, bool all_units) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return show({});
  const lab::Network& network = trainer->network();
  const lab::Grid grid{.size = size,
                       .x1_minimum = x1_minimum,
                       .x1_maximum = x1_maximum,
                       .x2_minimum = x2_minimum,
                       .x2_maximum = x2_maximum};
  const std::size_t first_unit = all_units ? 0 : network.layers().back().first_unit;
  const std::size_t planes = network.unit_count() - first_unit;
  std::vector<float>& result = desk().result;
  if (!note(lab::validate(grid, planes))) return view(result.data(), 0);
  result.resize(planes * lab::plane_stride(size));
  lab::evaluate_grid(*trainer, grid, result, first_unit);
  return view(result.data(), result.size());
}

val predict(unsigned handle, unsigned count) {
  const Trainer* const trainer = find(handle);
  return show(trainer ? trainer->predict(given(count)) : std::vector<float>());
}

val parameters(unsigned handle) {
  const Trainer* const trainer = find(handle);
  return show(trainer ? trainer->parameters() : std::vector<float>());
}

val gradient(unsigned handle) {
  const Trainer* const trainer = find(handle);
  return show(trainer ? trainer->gradient() : std::vector<float>());
}

bool set_parameters(unsigned handle, unsigned count) {
  Trainer* const trainer = find(handle);
  return trainer && note(trainer->set_parameters(given(count)));
}

bool set_initial_parameters(unsigned handle, unsigned count) {
  Trainer* const trainer = find(handle);
  return trainer && note(trainer->set_initial_parameters(given(count)));
}

bool set_hyper_parameters(unsigned handle, const std::string& json) {
  Trainer* const trainer = find(handle);
  if (!trainer) return false;
  lab::HyperParametersReading reading = lab::read_hyper_parameters(json, trainer->setup());
  return note(std::move(reading.problems)) && note(trainer->set_hyper_parameters(reading.hyper));
}

void reset(unsigned handle) {
  if (Trainer* const trainer = find(handle)) trainer->reset();
}

void reseed(unsigned handle, double seed) {
  if (Trainer* const trainer = find(handle)) trainer->reseed(static_cast<std::uint64_t>(seed));
}

std::string save(unsigned handle) {
  const Trainer* const trainer = find(handle);
  return trainer ? trainer->save() : "null";
}

/// The upper and the lower 32 bits.
val hash(unsigned handle) {
  const Trainer* const trainer = find(handle);
  double* const numbers = desk().numbers;
  if (!trainer) return view(numbers, 0);
  const std::uint64_t value = trainer->hash();
  numbers[0] = static_cast<double>(value >> 32);
  numbers[1] = static_cast<double>(value & 0xffffffff);
  return view(numbers, 2);
}

}  // namespace

EMSCRIPTEN_BINDINGS(trainer) {
  emscripten::function("describeChoices", &lab::describe_choices);
  emscripten::function(
      "problems", +[] { return lab::to_json(desk().problems); });
  emscripten::function("numbersToGive", &numbers_to_give);
  emscripten::function("createTrainer", &create_trainer);
  emscripten::function("loadTrainer", &load_trainer);
  emscripten::function("deleteTrainer", &delete_trainer);
  emscripten::function("describeTrainer", &describe_trainer);
  emscripten::function("samples", &samples);
  emscripten::function("step", &step);
  emscripten::function("stepSamples", &step_samples);
  emscripten::function("runEpochs", &run_epochs);
  emscripten::function("progress", &progress);
  emscripten::function("evaluateSplits", &evaluate_splits);
  emscripten::function("planeStride", &plane_stride);
  emscripten::function("grid", &grid);
  emscripten::function("predict", &predict);
  emscripten::function("parameters", &parameters);
  emscripten::function("gradient", &gradient);
  emscripten::function("setParameters", &set_parameters);
  emscripten::function("setInitialParameters", &set_initial_parameters);
  emscripten::function("setHyperParameters", &set_hyper_parameters);
  emscripten::function("reset", &reset);
  emscripten::function("reseed", &reseed);
  emscripten::function("save", &save);
  emscripten::function("hash", &hash);
}
