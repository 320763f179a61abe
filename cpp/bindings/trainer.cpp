// Trainers by handle. A call with a handle of no trainer changes nothing and gives nothing.
#include <algorithm>
#include <utility>

#include "bindings/desk.h"
#include "bindings/view.h"
#include "network/datasets/create_trainer.h"
#include "network/describe_choices.h"
#include "network/describe_trainer.h"
#include "network/grid.h"
#include "network/setup_json.h"

namespace lab::bindings {
namespace {

using emscripten::val;

Trainer* find(unsigned handle) {
  return desk().trainers.find(handle);
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

/// Of the set-up given as text, and given numbers: the training samples, then the test samples.
unsigned create_trainer(unsigned columns, unsigned train, unsigned test) {
  SetupReading reading = read_setup(desk().given_text);
  if (!note(std::move(reading.problems))) return 0;
  std::span<const float> numbers(desk().given_numbers);
  Samples train_samples = take_samples(numbers, columns, train);
  Samples test_samples = take_samples(numbers, columns, test);
  return desk().trainers.add(
      Trainer::create(reading.setup, std::move(train_samples), std::move(test_samples)), desk().problems);
}

/// Of the set-up given as text, whose member `data` says what the samples are generated from.
unsigned create_trainer_of_data_set() {
  return desk().trainers.add(lab::create_trainer(desk().given_text), desk().problems);
}

unsigned load_trainer() {
  return desk().trainers.add(Trainer::load(desk().given_text), desk().problems);
}

void delete_trainer(unsigned handle) {
  desk().trainers.remove(handle);
}

val describe(unsigned handle) {
  const Trainer* const trainer = find(handle);
  return show(trainer ? describe_trainer(*trainer) : std::string());
}

/// The inputs column by column, then the targets.
val samples(unsigned handle, bool test) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return show(std::vector<float>());
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
  if (!trainer) return show(std::vector<double>());
  std::vector<double>& numbers = desk().numbers;
  const auto& divergence = trainer->divergence();
  numbers = {static_cast<double>(trainer->steps()),
             static_cast<double>(trainer->epochs()),
             static_cast<double>(trainer->samples_seen()),
             static_cast<double>(trainer->next_sample()),
             trainer->learning_rate(),
             divergence ? static_cast<double>(divergence->step) : -1,
             divergence ? static_cast<double>(divergence->layer) : -1,
             divergence ? static_cast<double>(divergence->quantity) : -1};
  return view(numbers.data(), numbers.size());
}

/// Loss and score of the training data, then of the test data.
val evaluate_splits(unsigned handle) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return show(std::vector<double>());
  const Evaluation train = trainer->evaluate(Split::train), test = trainer->evaluate(Split::test);
  return show(std::vector<double>{train.loss, train.score, test.loss, test.score});
}

/// The planes of the output units, or of all; nothing if it is refused.
val grid(unsigned handle, unsigned size, float x1_minimum, float x1_maximum, float x2_minimum,
         float x2_maximum, bool all_units) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return show(std::vector<float>());
  const Network& network = trainer->network();
  const Grid grid{.size = size,
                  .x1_minimum = x1_minimum,
                  .x1_maximum = x1_maximum,
                  .x2_minimum = x2_minimum,
                  .x2_maximum = x2_maximum};
  const std::size_t first_unit = all_units ? 0 : network.layers().back().first_unit;
  const std::size_t planes = network.unit_count() - first_unit;
  std::vector<float>& result = desk().planes;
  if (!note(validate(grid, planes))) return view(result.data(), 0);
  result.resize(planes * plane_stride(size));
  evaluate_grid(*trainer, grid, result, first_unit);
  return view(result.data(), result.size());
}

val predict(unsigned handle, unsigned count) {
  const Trainer* const trainer = find(handle);
  return show(trainer ? trainer->predict(given_numbers(count)) : std::vector<float>());
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
  return trainer && note(trainer->set_parameters(given_numbers(count)));
}

bool set_initial_parameters(unsigned handle, unsigned count) {
  Trainer* const trainer = find(handle);
  return trainer && note(trainer->set_initial_parameters(given_numbers(count)));
}

bool set_hyper_parameters(unsigned handle) {
  Trainer* const trainer = find(handle);
  if (!trainer) return false;
  HyperParametersReading reading = read_hyper_parameters(desk().given_text, trainer->setup());
  return note(std::move(reading.problems)) && note(trainer->set_hyper_parameters(reading.hyper));
}

void reset(unsigned handle) {
  if (Trainer* const trainer = find(handle)) trainer->reset();
}

void reseed(unsigned handle, double seed) {
  if (Trainer* const trainer = find(handle)) trainer->reseed(static_cast<std::uint64_t>(seed));
}

val save(unsigned handle) {
  const Trainer* const trainer = find(handle);
  return show(trainer ? trainer->save() : std::string());
}

/// The upper and the lower 32 bits.
val hash(unsigned handle) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return show(std::vector<double>());
  const std::uint64_t value = trainer->hash();
  return show(std::vector<double>{static_cast<double>(value >> 32), static_cast<double>(value & 0xffffffff)});
}

}  // namespace

EMSCRIPTEN_BINDINGS(trainer) {
  emscripten::function(
      "describeChoices", +[] { return show(describe_choices()); });
  emscripten::function("createTrainer", &create_trainer);
  emscripten::function("createTrainerOfDataSet", &create_trainer_of_data_set);
  emscripten::function("loadTrainer", &load_trainer);
  emscripten::function("deleteTrainer", &delete_trainer);
  emscripten::function("describeTrainer", &describe);
  emscripten::function("samples", &samples);
  emscripten::function("step", &step);
  emscripten::function("stepSamples", &step_samples);
  emscripten::function("runEpochs", &run_epochs);
  emscripten::function("progress", &progress);
  emscripten::function("evaluateSplits", &evaluate_splits);
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

}  // namespace lab::bindings
