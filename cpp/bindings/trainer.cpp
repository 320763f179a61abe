// Trainers by handle. A call with a handle of no trainer changes nothing and gives nothing.
#include <emscripten/emscripten.h>

#include <utility>

#include "bindings/desk.h"
#include "bindings/view.h"
#include "network/datasets/create_trainer.h"
#include "network/datasets/data_setup_json.h"
#include "network/describe_choices.h"
#include "network/describe_trainer.h"
#include "network/setup_json.h"
#include "network/stop_rule.h"

namespace lab::bindings {
namespace {

using emscripten::val;

Trainer* find(unsigned handle) {
  return desk().trainers.find(handle);
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

/// Of the given numbers, as `create_trainer` takes them. Whether they were taken.
bool set_samples(unsigned handle, unsigned columns, unsigned train, unsigned test) {
  if (!find(handle)) return false;
  std::span<const float> numbers(desk().given_numbers);
  Samples train_samples = take_samples(numbers, columns, train);
  Samples test_samples = take_samples(numbers, columns, test);
  return note(desk().trainers.set_samples(handle, std::move(train_samples), std::move(test_samples)));
}

/// Of the data set-up given as text.
bool set_data_set(unsigned handle) {
  Trainer* const trainer = find(handle);
  if (!trainer) return false;
  DataSetupReading reading = read_data_setup(desk().given_text);
  if (!note(std::move(reading.problems)) || !note(validate(reading.data, trainer->setup()))) return false;
  DataSplit split = generate(reading.data);
  if (!note(desk().trainers.set_samples(handle, std::move(split.train), std::move(split.test)))) return false;
  trainer->set_data_setup(reading.data);
  return true;
}

double step_samples(unsigned handle, double count) {
  Trainer* const trainer = find(handle);
  return trainer ? static_cast<double>(trainer->step_samples(static_cast<std::uint64_t>(count))) : 0;
}

double run_epochs(unsigned handle, double count) {
  Trainer* const trainer = find(handle);
  return trainer ? static_cast<double>(trainer->run_epochs(static_cast<std::uint64_t>(count))) : 0;
}

/// By the stop rule given as text, on from where the lowest loss so far (infinite: none yet) was seen: the
/// reason why it ended or -1, and the lowest loss and its epoch to go on from. Empty if it is refused.
val run(unsigned handle, double lowest_loss, double lowest_epoch, double max_steps) {
  Trainer* const trainer = find(handle);
  if (!trainer) return show(std::vector<double>());
  StopRuleReading reading = read_stop_rule(desk().given_text);
  if (!note(std::move(reading.problems))) return show(std::vector<double>());
  StopState state{.lowest_loss = lowest_loss, .lowest_epoch = static_cast<std::uint64_t>(lowest_epoch)};
  const auto reason = run_until(*trainer, reading.rule, state, static_cast<std::uint64_t>(max_steps));
  return show(std::vector<double>{reason ? static_cast<double>(*reason) : -1, state.lowest_loss,
                                  static_cast<double>(state.lowest_epoch)});
}

/// Steps, epochs, steps to the end of the epoch, samples seen, next sample, learning rate; of a divergence
/// the step, layer and quantity, else -1.
val progress(unsigned handle) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return show(std::vector<double>());
  std::vector<double>& numbers = desk().numbers;
  const auto& divergence = trainer->divergence();
  numbers = {static_cast<double>(trainer->steps()),
             static_cast<double>(trainer->epochs()),
             static_cast<double>(trainer->steps_to_epoch_end()),
             static_cast<double>(trainer->samples_seen()),
             static_cast<double>(trainer->next_sample()),
             trainer->learning_rate(),
             divergence ? static_cast<double>(divergence->step) : -1,
             divergence ? static_cast<double>(divergence->layer) : -1,
             divergence ? static_cast<double>(divergence->quantity) : -1};
  return view(numbers.data(), numbers.size());
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

/// What Embind does to a call would take longer than a step: JavaScript calls this one as it is. Gives the
/// steps that were taken.
extern "C" EMSCRIPTEN_KEEPALIVE double take_steps(unsigned handle, double count) {
  Trainer* const trainer = find(handle);
  return trainer ? static_cast<double>(trainer->step(static_cast<std::uint64_t>(count))) : 0;
}

EMSCRIPTEN_BINDINGS(trainer) {
  emscripten::function(
      "describeChoices", +[] { return show(describe_choices()); });
  emscripten::function("createTrainer", &create_trainer);
  emscripten::function("createTrainerOfDataSet", &create_trainer_of_data_set);
  emscripten::function("loadTrainer", &load_trainer);
  emscripten::function("deleteTrainer", &delete_trainer);
  emscripten::function("describeTrainer", &describe);
  emscripten::function("samples", &samples);
  emscripten::function("setSamples", &set_samples);
  emscripten::function("setDataSet", &set_data_set);
  emscripten::function("stepSamples", &step_samples);
  emscripten::function("runEpochs", &run_epochs);
  emscripten::function("runUntil", &run);
  emscripten::function("progress", &progress);
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
