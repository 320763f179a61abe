#pragma once

#include "network/initial_parameters.h"
#include "network/trainer.h"

namespace lab {

/// Passes through a trainer's network besides the training, a block of samples at a time, in which every
/// number can be seen. Batch normalisation goes by its running statistics, as in an evaluation.
class Inspection {
 public:
  /// `trainer` must outlive it.
  explicit Inspection(const Trainer& trainer);
  /// The memory that an inspection of this network takes.
  static std::size_t floats_needed(const Network& network);

  [[nodiscard]] const Trainer& trainer() const { return trainer_; }
  [[nodiscard]] const Network& network() const { return trainer_.network(); }

  /// Samples a block holds at most.
  static constexpr std::size_t block_size = prediction_lanes;
  /// Copies `count` samples of a split, from `first` on, into the block.
  Batch load_samples(Split split, std::size_t first, std::size_t count);
  /// For blocks that come from elsewhere: input_width() rows of at most block_size numbers.
  [[nodiscard]] float* inputs() const { return inputs_; }
  /// Of the block's samples: targets()[output * lanes + sample].
  [[nodiscard]] const float* targets() const { return targets_; }

  /// Every layer's pre-activation and activation; `delta` becomes f', except in layers whose activation is
  /// the identity.
  void run_forward(const Batch& batch);
  /// After run_forward, from the gradient of `share` times the mean loss of the block by the outputs: the
  /// deltas, and the gradients by scales, shifts and learned slopes.
  void run_backward(const Batch& batch, float share = 1);
  /// After run_forward: gradient of one output instead of that of the loss.
  void differentiate_output(const Batch& batch, std::size_t output);
  /// After run_backward: the gradients by weights and biases too.
  void differentiate_weights(const Batch& batch);

  [[nodiscard]] const LayerBuffers& layer(std::size_t index) const { return workspace_.layer(index); }
  /// What a layer sees.
  [[nodiscard]] const float* inputs_of(std::size_t layer) const {
    return layer == 0 ? inputs_ : workspace_.layer(layer - 1).activation;
  }
  /// After a backward pass: by the inputs of the network.
  [[nodiscard]] const float* input_gradient() const { return workspace_.input_gradient(); }
  /// An array like the trainer's padded parameters.
  [[nodiscard]] const float* gradient() const { return gradient_; }
  /// After run_forward: the loss of the block, added up over its samples, and the gradient of its mean by the
  /// outputs.
  [[nodiscard]] double total_loss(const Batch& batch) const;
  void differentiate_loss(const Batch& batch, float* gradient) const;

 private:
  [[nodiscard]] LossArguments loss_arguments(const Batch& batch) const;

  const Trainer& trainer_;
  const LossEntry& loss_;
  Arena arena_;
  Workspace workspace_;
  float* inputs_;
  float* targets_;
  float* gradient_;
};

}  // namespace lab
