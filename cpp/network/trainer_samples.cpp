#include <algorithm>
#include <utility>

#include "network/trainer.h"
#include "network/validate.h"

namespace lab {

Problems Trainer::check_samples(const Setup& setup, const Samples& train, const Samples& test) {
  Problems problems = validate(train, setup, "train");
  const Problems of_test = validate(test, setup, "test");
  problems.insert(problems.end(), of_test.begin(), of_test.end());
  if (train.size() == 0) problems.push_back({ProblemCode::missing, "train.targets"});
  if (!problems.empty()) return problems;

  const std::uint64_t bytes = bytes_needed(setup, train, test);
  const Network network(setup);
  const bool normalizes_batches = network.parameter_floats() != network.learned_floats();
  if (bytes > memory_budget)
    problems.push_back(
        {ProblemCode::too_large, "", static_cast<double>(bytes), static_cast<double>(memory_budget)});
  else if (normalizes_batches && train.size() < 2)
    problems.push_back({ProblemCode::out_of_range, "train.targets", 2, max_samples});
  return problems;
}

Problems Trainer::set_samples(Samples train, Samples test) {
  Problems problems = check_samples(setup_, train, test);
  if (!problems.empty()) return problems;

  // While the batch it is the gradient of is there.
  write_gradient(memory_.next);
  Arena arena(arena_floats(setup_, network_, train, test));
  Memory memory(setup_, network_, train, test, arena);
  const std::size_t parameters = network_.parameter_floats();
  std::copy_n(memory_.parameters, parameters, memory.parameters);
  std::copy_n(memory_.next, parameters, memory.next);
  std::copy_n(memory_.initial, parameters, memory.initial);
  std::copy_n(memory_.gradient, parameters, memory.gradient);
  std::copy_n(memory_.optimizer, optimizer_->memory * network_.learned_floats(), memory.optimizer);
  memory.train.fill(setup_, train);
  memory.test.fill(setup_, test);
  // Without shuffling an epoch is laid out but once.
  memory.epoch.begin(setup_, memory.train, setup_.shuffle ? epochs_ : 0);

  samples_before_ = samples_seen() - epochs_ * memory.epoch.samples();
  batch_ = position_ = 0;
  last_batch_ = nullptr;
  divergence_.reset();
  data_setup_.reset();
  train_ = std::move(train);
  test_ = std::move(test);
  memory_ = std::move(memory);
  arena_ = std::move(arena);
  return problems;
}

}  // namespace lab
