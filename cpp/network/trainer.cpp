#include "network/trainer.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/hash.h"
#include "network/decision.h"
#include "network/initial_parameters.h"
#include "network/input_features.h"
#include "network/lanes.h"
#include "network/penalties.h"
#include "network/schedule.h"
#include "network/validate.h"

namespace lab {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// The sum of squared distances of all targets from their mean.
double total_variation(const DataTable& table) {
  double mean = 0, variation = 0;
  for (std::size_t s = 0; s < table.size(); ++s) mean += table.targets()[s];
  mean /= static_cast<double>(table.size());
  for (std::size_t s = 0; s < table.size(); ++s) {
    const double distance = table.targets()[s] - mean;
    variation += distance * distance;
  }
  return variation;
}

std::vector<float> gather(const Network& network, const float* padded) {
  std::vector<float> numbers;
  numbers.reserve(network.parameter_count());
  visit_learned(network, [&](std::size_t offset, std::size_t count) {
    numbers.insert(numbers.end(), padded + offset, padded + offset + count);
  });
  return numbers;
}

void scatter(const Network& network, std::span<const float> numbers, float* padded) {
  const float* next = numbers.data();
  visit_learned(network, [&](std::size_t offset, std::size_t count) {
    std::copy_n(next, count, padded + offset);
    next += count;
  });
}

}  // namespace

Trainer::Memory::Memory(const Setup& setup, const Network& network, const Samples& train_samples,
                        const Samples& test_samples, Arena& arena)
    : train(setup, train_samples, arena),
      test(setup, test_samples, arena),
      epoch(setup, train, arena),
      training(network, epoch.max_lanes(), Purpose::training, arena),
      prediction(network, prediction_lanes, Purpose::prediction, arena),
      inputs(arena.take(network.input_width() * prediction_lanes)),
      targets(arena.take(network.output_width() * prediction_lanes)),
      parameters(arena.take(network.parameter_floats())),
      next(arena.take(network.parameter_floats())),
      initial(arena.take(network.parameter_floats())),
      gradient(arena.take(network.parameter_floats())),
      optimizer(arena.take(find_optimizer(setup.optimizer)->memory * network.learned_floats())) {}

std::size_t Trainer::arena_floats(const Setup& setup, const Network& network, const Samples& train,
                                  const Samples& test) {
  Arena counter;
  Memory(setup, network, train, test, counter);
  return counter.used();
}

std::uint64_t Trainer::bytes_needed(const Setup& setup, const Samples& train, const Samples& test) {
  const auto bytes = [](const Samples& samples) {
    return (samples.inputs.size() + samples.targets.size()) * sizeof(float);
  };
  return sizeof(Trainer) + std::uint64_t{arena_floats(setup, Network(setup), train, test)} * sizeof(float) +
         bytes(train) + bytes(test) + train.size() * sizeof(std::uint32_t);
}

TrainerCreation Trainer::create(const Setup& setup, Samples train, Samples test) {
  Problems problems = validate(setup);
  if (!problems.empty()) return {.trainer = nullptr, .problems = std::move(problems)};
  problems = validate(train, setup, "train");
  const Problems of_test = validate(test, setup, "test");
  problems.insert(problems.end(), of_test.begin(), of_test.end());
  if (train.size() == 0) problems.push_back({ProblemCode::missing, "train.targets"});
  if (!problems.empty()) return {.trainer = nullptr, .problems = std::move(problems)};

  const std::uint64_t bytes = bytes_needed(setup, train, test);
  const Network network(setup);
  const bool normalizes_batches = network.parameter_floats() != network.learned_floats();
  if (bytes > memory_budget)
    problems.push_back(
        {ProblemCode::too_large, "", static_cast<double>(bytes), static_cast<double>(memory_budget)});
  else if (normalizes_batches && train.size() < 2)
    problems.push_back({ProblemCode::out_of_range, "train.targets", 2, max_samples});
  if (!problems.empty()) return {.trainer = nullptr, .problems = std::move(problems)};

  const std::size_t floats = arena_floats(setup, network, train, test);
  return {.trainer = std::unique_ptr<Trainer>(new Trainer(setup, std::move(train), std::move(test), floats)),
          .problems = {}};
}

Trainer::Trainer(const Setup& setup, Samples train, Samples test, std::size_t floats)
    : setup_(setup),
      train_(std::move(train)),
      test_(std::move(test)),
      network_(setup_),
      arena_(floats),
      memory_(setup_, network_, train_, test_, arena_),
      loss_(find_loss(setup_.loss.key)),
      optimizer_(find_optimizer(setup_.optimizer)),
      can_descend_(setup_.optimizer == "sgd" &&
                   std::all_of(network_.layers().begin(), network_.layers().end(),
                               [](const LayerShape& layer) { return layer.is_plain(); })) {
  memory_.train.fill(setup_, train_);
  memory_.test.fill(setup_, test_);
  reseed(setup_.seed);
}

void Trainer::reseed(std::uint64_t seed) {
  setup_.seed = seed;
  fill_initial_parameters(setup_, network_, memory_.train, memory_.prediction, memory_.inputs,
                          memory_.initial);
  reset();
}

void Trainer::reset() {
  std::copy_n(memory_.initial, network_.parameter_floats(), memory_.parameters);
  std::fill_n(memory_.gradient, network_.parameter_floats(), 0.0f);
  gradient_written_ = true;
  std::fill_n(memory_.optimizer, optimizer_->memory * network_.learned_floats(), 0.0f);
  steps_ = epochs_ = 0;
  batch_ = position_ = 0;
  last_batch_ = nullptr;
  parameters_are_stepped_ = false;
  divergence_.reset();
  memory_.epoch.begin(setup_, memory_.train, 0);
}

double Trainer::learning_rate() const {
  const HyperParameters& hyper = setup_.hyper;
  if (hyper.schedule.kind == ScheduleKind::constant) return hyper.learning_rate;
  return hyper.learning_rate * schedule_factor(hyper.schedule, steps_);
}

bool Trainer::descends_at_once() const {
  const HyperParameters& hyper = setup_.hyper;
  return can_descend_ && hyper.l1 == 0 && hyper.l2 == 0 && hyper.clip_norm == 0 &&
         (batch_ + 1 < memory_.epoch.batch_count() || !setup_.shuffle);
}

bool Trainer::update_by_gradient(const Batch& batch) {
  const HyperParameters& hyper = setup_.hyper;
  run_backward(network_, memory_.parameters, batch, memory_.training, memory_.gradient);
  if (hyper.l1 != 0 || hyper.l2 != 0)
    add_penalties(network_, memory_.parameters, hyper.l1, hyper.l2, memory_.gradient);
  const std::size_t learned = network_.learned_floats();
  if (hyper.clip_norm != 0) clip_norm(memory_.gradient, learned, hyper.clip_norm);
  const UpdateSettings settings{
      .learning_rate = learning_rate(), .parameters = hyper.optimizer.data(), .step = steps_ + 1};
  return optimizer_->update({.settings = settings,
                             .gradient = memory_.gradient,
                             .before = memory_.parameters,
                             .after = memory_.next,
                             .memory = memory_.optimizer,
                             .count = learned}) &&
         all_finite(memory_.next + learned, network_.parameter_floats() - learned);
}

bool Trainer::take_step() {
  const Batch& batch = memory_.epoch.batch(batch_);
  last_batch_ = &batch;
  run_forward(network_, memory_.parameters, memory_.next, batch, memory_.training);
  differentiate_loss(batch);
  gradient_written_ = !descends_at_once();
  const bool finite = gradient_written_ ? update_by_gradient(batch)
                                        : run_descent(batch, memory_.training,
                                                      {.before = memory_.parameters,
                                                       .after = memory_.next,
                                                       .rate = static_cast<float>(learning_rate())});
  if (!finite) [[unlikely]]
    return diverge();
  std::swap(memory_.parameters, memory_.next);
  ++steps_;
  position_ = 0;
  if (++batch_ == memory_.epoch.batch_count()) {
    batch_ = 0;
    memory_.epoch.begin(setup_, memory_.train, ++epochs_);
  }
  return true;
}

bool Trainer::diverge() {
  write_gradient(memory_.parameters);
  divergence_ = locate_divergence({.network = network_,
                                   .parameters = memory_.parameters,
                                   .batch = *last_batch_,
                                   .workspace = memory_.training,
                                   .gradient = memory_.gradient,
                                   .parameters_after = memory_.next},
                                  steps_);
  std::fill_n(memory_.optimizer, optimizer_->memory * network_.learned_floats(), 0.0f);
  parameters_are_stepped_ = false;
  return false;
}

void Trainer::differentiate_loss(const Batch& batch) const {
  loss_->gradient({.outputs = memory_.training.output().activation,
                   .targets = memory_.epoch.targets(batch),
                   .units = network_.output_width(),
                   .samples = batch.samples,
                   .lanes = batch.lanes,
                   .parameters = setup_.loss.parameters.data()},
                  loss_gradient(memory_.training));
}

void Trainer::write_gradient(const float* parameters) const {
  if (gradient_written_) return;
  gradient_written_ = true;
  // No layer has running statistics: nothing else is written.
  run_forward(network_, parameters, memory_.gradient, *last_batch_, memory_.training);
  differentiate_loss(*last_batch_);
  run_backward(network_, parameters, *last_batch_, memory_.training, memory_.gradient);
}

std::uint64_t Trainer::step(std::uint64_t count) {
  if (divergence_ || count == 0) return 0;
  parameters_are_stepped_ = true;
  for (std::uint64_t taken = 0; taken < count; ++taken)
    if (!take_step()) return taken;
  return count;
}

std::uint64_t Trainer::step_samples(std::uint64_t count) {
  std::uint64_t taken = 0;
  while (count != 0 && !divergence_) {
    const std::uint64_t left = memory_.epoch.batch(batch_).samples - position_;
    if (count < left) {
      position_ += static_cast<std::size_t>(count);
      return taken;
    }
    count -= left;
    taken += step();
  }
  return taken;
}

std::uint64_t Trainer::run_epochs(std::uint64_t count) {
  std::uint64_t taken = 0;
  for (std::uint64_t epoch = 0; epoch < count && !divergence_; ++epoch)
    taken += step(memory_.epoch.batch_count() - batch_);
  return taken;
}

std::uint64_t Trainer::samples_seen() const {
  return epochs_ * memory_.epoch.samples() + batch_ * memory_.epoch.batch(0).samples + position_;
}

std::size_t Trainer::next_sample() const {
  return memory_.epoch.sample(batch_, position_);
}

Problems Trainer::set_hyper_parameters(const HyperParameters& hyper) {
  Problems problems = validate(hyper, setup_);
  if (!problems.empty()) return problems;
  setup_.hyper = hyper;
  divergence_.reset();
  return problems;
}

Batch Trainer::prediction_batch(const DataTable& table, std::size_t first) const {
  const std::size_t count = std::min(prediction_lanes, table.size() - first);
  const TableSlice slice{.first = first, .step = 1, .count = count, .lanes = round_up_to_lanes(count)};
  copy_rows(table.inputs(), network_.input_width(), table.stride(), slice, memory_.inputs);
  copy_rows(table.targets(), network_.output_width(), table.stride(), slice, memory_.targets);
  return {.inputs = memory_.inputs, .samples = count, .lanes = slice.lanes};
}

double Trainer::score_of(const Batch& batch) const {
  const float* const outputs = memory_.prediction.output().activation;
  double score = 0;
  if (setup_.task == Task::regression || setup_.task == Task::curve) {
    for (std::size_t s = 0; s < batch.samples; ++s) {
      const double error = double{outputs[s]} - double{memory_.targets[s]};
      score += error * error;
    }
    return score;
  }
  const Decision decide(setup_);
  for (std::size_t s = 0; s < batch.samples; ++s) {
    const std::size_t decided = decide(outputs, batch.lanes, s);
    const bool right = setup_.task == Task::binary ? (decided == 1) == (memory_.targets[s] > 0)
                                                   : memory_.targets[decided * batch.lanes + s] > 0;
    score += right ? 1 : 0;
  }
  return score;
}

Evaluation Trainer::evaluate(Split split) const {
  const DataTable& data = table(split);
  if (data.size() == 0) return {.loss = not_a_number, .score = not_a_number};
  double loss = 0, score = 0;
  for (std::size_t first = 0; first < data.size(); first += prediction_lanes) {
    const Batch batch = prediction_batch(data, first);
    lab::predict(network_, memory_.parameters, batch, memory_.prediction);
    loss += loss_->total({.outputs = memory_.prediction.output().activation,
                          .targets = memory_.targets,
                          .units = network_.output_width(),
                          .samples = batch.samples,
                          .lanes = batch.lanes,
                          .parameters = setup_.loss.parameters.data()});
    score += score_of(batch);
  }
  const auto count = static_cast<double>(data.size());
  if (setup_.task == Task::regression || setup_.task == Task::curve) {
    const double variation = total_variation(data);
    return {.loss = loss / count, .score = variation > 0 ? 1 - score / variation : not_a_number};
  }
  return {.loss = loss / count, .score = score / count};
}

std::vector<float> Trainer::parameters() const {
  return gather(network_, memory_.parameters);
}

std::vector<float> Trainer::gradient() const {
  // A step leaves the parameters it began with where the next one will write.
  write_gradient(memory_.next);
  return gather(network_, memory_.gradient);
}

Problems Trainer::check_parameters(std::span<const float> parameters) const {
  const auto count = static_cast<double>(network_.parameter_count());
  if (parameters.size() != network_.parameter_count())
    return {{ProblemCode::out_of_range, "parameters", count, count}};
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (all_finite(&parameters[i], 1)) continue;
    constexpr double largest = std::numeric_limits<float>::max();
    return {{ProblemCode::out_of_range, "parameters[" + std::to_string(i) + "]", -largest, largest}};
  }
  return {};
}

Problems Trainer::set_parameters(std::span<const float> parameters) {
  Problems problems = check_parameters(parameters);
  if (!problems.empty()) return problems;
  scatter(network_, parameters, memory_.parameters);
  parameters_are_stepped_ = false;
  divergence_.reset();
  return problems;
}

Problems Trainer::set_initial_parameters(std::span<const float> parameters) {
  Problems problems = check_parameters(parameters);
  if (!problems.empty()) return problems;
  scatter(network_, parameters, memory_.initial);
  reset();
  return problems;
}

std::vector<float> Trainer::predict(std::span<const float> inputs) const {
  const std::size_t count = inputs.size() / setup_.columns;
  std::vector<float> outputs(count * network_.output_width());
  std::vector<const float*> columns(setup_.columns);
  for (std::size_t first = 0; first < count; first += prediction_lanes) {
    const std::size_t samples = std::min(prediction_lanes, count - first), lanes = round_up_to_lanes(samples);
    for (std::size_t c = 0; c < setup_.columns; ++c) columns[c] = inputs.data() + c * count + first;
    compute_inputs(setup_, columns, samples, lanes, memory_.inputs);
    for (std::size_t row = 0; row < network_.input_width(); ++row)
      for (std::size_t lane = samples; lane < lanes; ++lane)
        memory_.inputs[row * lanes + lane] = memory_.inputs[row * lanes + samples - 1];
    lab::predict(network_, memory_.parameters, {.inputs = memory_.inputs, .samples = samples, .lanes = lanes},
                 memory_.prediction);
    for (std::size_t u = 0; u < network_.output_width(); ++u)
      std::copy_n(memory_.prediction.output().activation + u * lanes, samples,
                  outputs.data() + u * count + first);
  }
  return outputs;
}

std::uint64_t Trainer::hash() const {
  Hash hash;
  const auto add = [&](std::size_t offset, std::size_t count) {
    for (std::size_t i = offset; i < offset + count; ++i) hash.add(memory_.parameters[i]);
  };
  visit_learned(network_, add);
  visit_running(network_, add);
  return hash.value();
}

}  // namespace lab
