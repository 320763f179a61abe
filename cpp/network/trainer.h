#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "network/datasets/data_setup.h"
#include "network/divergence.h"
#include "network/epoch.h"
#include "network/losses/registry.h"
#include "network/optimizers/registry.h"
#include "network/problem.h"
#include "network/samples.h"
#include "network/setup.h"

namespace lab {

/// A trainer that would need more is refused.
inline constexpr std::uint64_t memory_budget = 64u << 20;
/// A longer document is refused. Of every number in one, which takes eight bytes there, a trainer needs four.
inline constexpr std::uint64_t max_document_size = 2 * memory_budget + (1u << 20);

enum class Split { train, test };

/// Of a whole split, with batch normalisation by its running statistics.
struct Evaluation {
  /// Mean over the samples, without the L1 and L2 penalties. Not finite where the loss is not; NaN without
  /// samples.
  double loss;
  /// Share of the samples whose class is right; R^2 for regression and curves (NaN if all targets are equal).
  double score;
};

struct TrainerCreation;

/// One network being trained on one data set. Equal set-up, data and calls give equal bits on every machine,
/// however the steps are cut into calls. No function allocates except those that return a container.
class Trainer {
 public:
  /// Refuses, with the problems, what is invalid or would need more than memory_budget. `test` may be empty.
  static TrainerCreation create(const Setup& setup, Samples train, Samples test);
  /// The bytes a trainer of this valid set-up needs, known before anything is allocated.
  static std::uint64_t bytes_needed(const Setup& setup, const Samples& train, const Samples& test);

  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;

  /// Takes up to `count` mini-batch steps and returns how many were taken: fewer if the training diverged.
  /// Then the last finite weights are kept, the optimiser starts again from an empty memory (the step that
  /// failed has written into it), and no step is taken until the hyper-parameters or the weights are set.
  std::uint64_t step(std::uint64_t count = 1);
  /// Presents `count` samples, one after the other; the weights change with the last sample of each batch.
  std::uint64_t step_samples(std::uint64_t count = 1);
  /// Steps to the end of the current epoch, then `count` - 1 whole epochs.
  std::uint64_t run_epochs(std::uint64_t count = 1);

  /// Back to the initial weights (those of the seed, or the last ones given to `set_initial_weights`).
  void reset();
  /// New initial weights, then reset.
  void reseed(std::uint64_t seed);

  /// Takes effect with the next step, which is tried again if the training has diverged. Changes nothing if
  /// there are problems.
  Problems set_hyper_parameters(const HyperParameters& hyper);

  [[nodiscard]] const Setup& setup() const { return setup_; }
  /// What its data was generated from, where it is known. Kept in the document.
  [[nodiscard]] const std::optional<DataSetup>& data_setup() const { return data_setup_; }
  void set_data_setup(const DataSetup& data) { data_setup_ = data; }
  [[nodiscard]] const Samples& samples(Split split) const { return split == Split::train ? train_ : test_; }
  [[nodiscard]] const Network& network() const { return network_; }
  /// Steps taken since the reset.
  [[nodiscard]] std::uint64_t steps() const { return steps_; }
  /// Complete epochs.
  [[nodiscard]] std::uint64_t epochs() const { return epochs_; }
  [[nodiscard]] std::uint64_t steps_per_epoch() const { return memory_.epoch.batch_count(); }
  /// 1 to steps_per_epoch().
  [[nodiscard]] std::uint64_t steps_to_epoch_end() const { return memory_.epoch.batch_count() - batch_; }
  /// Samples presented since the reset.
  [[nodiscard]] std::uint64_t samples_seen() const;
  /// Index, in the training data, of the sample that is presented next.
  [[nodiscard]] std::size_t next_sample() const;
  /// That the next step will use.
  [[nodiscard]] double learning_rate() const;
  [[nodiscard]] const std::optional<Divergence>& divergence() const { return divergence_; }

  /// Changes nothing that training depends on.
  [[nodiscard]] Evaluation evaluate(Split split) const;

  /// How many numbers `parameters` has.
  [[nodiscard]] std::size_t parameter_count() const { return network_.parameter_count(); }
  /// The weights as the passes see them: an array of network().parameter_floats(). Moves with each step.
  [[nodiscard]] const float* padded_parameters() const { return memory_.parameters; }
  /// Those that the last step began with. Null if the weights are not what it made of them: before the first
  /// step, after one that failed, and once the weights were set.
  [[nodiscard]] const float* padded_parameters_before() const {
    return parameters_are_stepped_ ? memory_.next : nullptr;
  }
  /// All learned numbers, layer by layer, as PyTorch's state_dict: weight (row by row, one row per unit),
  /// bias, normalisation weight and bias, PReLU slope; without padding.
  [[nodiscard]] std::vector<float> parameters() const;
  /// Problems: wrong length, or a number that is not finite (`parameters[i]`); then nothing changes. Keeps
  /// the optimiser's memory. A training that has diverged goes on.
  Problems set_parameters(std::span<const float> parameters);
  /// As set_parameters, and `reset` will return to them, until `reseed`.
  Problems set_initial_parameters(std::span<const float> parameters);
  /// Gradient that the last step used, penalties and clipping included, in the same order; zeros before the
  /// first step.
  [[nodiscard]] std::vector<float> gradient() const;
  /// The batch of the last step (null before the first one; its inputs change with the epoch), and what that
  /// step left in each layer.
  [[nodiscard]] const Batch* last_batch() const { return last_batch_; }
  [[nodiscard]] const Workspace& last_pass() const { return memory_.training; }

  /// The outputs of the last layer for samples given column by column, unit by unit:
  /// result[unit * count + sample]. Batch normalisation by the running statistics.
  [[nodiscard]] std::vector<float> predict(std::span<const float> inputs) const;
  /// What the network sees of the data.
  [[nodiscard]] const DataTable& table(Split split) const {
    return split == Split::train ? memory_.train : memory_.test;
  }
  /// For passes besides the training; one at a time. Holds prediction_lanes lanes.
  [[nodiscard]] Workspace& prediction_workspace() const { return memory_.prediction; }

  /// FNV-1a of all parameters, running statistics included.
  [[nodiscard]] std::uint64_t hash() const;

  /// One JSON document: set-up, data, weights, optimiser state, position. Loading it gives a trainer that
  /// goes on with the same bits.
  [[nodiscard]] std::string save() const;
  static TrainerCreation load(std::string_view document);

 private:
  /// Everything that lies in the arena.
  struct Memory {
    Memory(const Setup& setup, const Network& network, const Samples& train, const Samples& test,
           Arena& arena);

    DataTable train;
    DataTable test;
    Epoch epoch;
    Workspace training;
    Workspace prediction;
    /// A batch for predictions.
    float* inputs;
    float* targets;
    /// Arrays of parameter_floats(). A step reads `parameters` and writes `next`, then both change roles: a
    /// step that fails has not touched the weights.
    float* parameters;
    float* next;
    float* initial;
    float* gradient;
    /// What the optimiser remembers: arrays of learned_floats().
    float* optimizer;
  };

  Trainer(const Setup& setup, Samples train, Samples test, std::size_t floats);

  static std::size_t arena_floats(const Setup& setup, const Network& network, const Samples& train,
                                  const Samples& test);
  bool take_step();
  /// Plain gradient descent needs the gradient but once, where it arises. At the end of an epoch it is
  /// written all the same: the batch will be gone.
  [[nodiscard]] bool descends_at_once() const;
  /// From the loss's gradient to the next parameters. Whether these are finite.
  [[gnu::noinline]] bool update_by_gradient(const Batch& batch);
  /// False.
  [[gnu::noinline]] bool diverge();
  void differentiate_loss(const Batch& batch) const;
  /// Runs the last step's passes again, from the parameters it began with, if the gradient was not written
  /// then.
  void write_gradient(const float* parameters) const;
  Problems check_parameters(std::span<const float> parameters) const;
  [[nodiscard]] Batch prediction_batch(const DataTable& table, std::size_t first) const;
  [[nodiscard]] double score_of(const Batch& batch) const;

  friend class TrainerDocument;

  Setup setup_;
  std::optional<DataSetup> data_setup_;
  Samples train_;
  Samples test_;
  Network network_;
  Arena arena_;
  mutable Memory memory_;
  const LossEntry* loss_;
  const OptimizerEntry* optimizer_;
  const Batch* last_batch_ = nullptr;
  /// Plain gradient descent through plain layers.
  bool can_descend_;
  /// Whether memory_.gradient is that of the last step.
  mutable bool gradient_written_ = true;
  bool parameters_are_stepped_ = false;
  std::uint64_t steps_ = 0;
  std::uint64_t epochs_ = 0;
  std::size_t batch_ = 0;
  std::size_t position_ = 0;
  std::optional<Divergence> divergence_;
};

/// A trainer, or the reasons why there is none.
struct TrainerCreation {
  std::unique_ptr<Trainer> trainer;
  Problems problems;
};

}  // namespace lab
