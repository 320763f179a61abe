#include "analysis/training/inspection.h"

#include <algorithm>

#include "network/lanes.h"

namespace lab {

Inspection::Inspection(const Trainer& trainer)
    : trainer_(trainer),
      loss_(*find_loss(trainer.setup().loss.key)),
      arena_(floats_needed(trainer.network())),
      workspace_(trainer.network(), block_size, Purpose::inspection, arena_),
      inputs_(arena_.take(network().input_width() * block_size)),
      targets_(arena_.take(network().output_width() * block_size)),
      gradient_(arena_.take(network().parameter_floats())) {}

std::size_t Inspection::floats_needed(const Network& network) {
  Arena counter;
  Workspace(network, block_size, Purpose::inspection, counter);
  counter.take(network.input_width() * block_size);
  counter.take(network.output_width() * block_size);
  counter.take(network.parameter_floats());
  return counter.used();
}

Batch Inspection::load_samples(Split split, std::size_t first, std::size_t count) {
  const DataTable& table = trainer_.table(split);
  const TableSlice slice{.first = first, .step = 1, .count = count, .lanes = round_up_to_lanes(count)};
  copy_rows(table.inputs(), network().input_width(), table.stride(), slice, inputs_);
  copy_rows(table.targets(), network().output_width(), table.stride(), slice, targets_);
  return {.inputs = inputs_, .samples = count, .lanes = slice.lanes};
}

void Inspection::run_forward(const Batch& batch) {
  predict(network(), trainer_.padded_parameters(), batch, workspace_);
}

void Inspection::run_backward(const Batch& batch, float share) {
  float* const upstream = loss_gradient(workspace_);
  differentiate_loss(batch, upstream);
  if (share != 1)
    for (std::size_t i = 0; i < network().output_width() * batch.lanes; i += 4)
      store(upstream + i, load(upstream + i) * f32x4(share));
  differentiate_prediction(network(), trainer_.padded_parameters(), batch, workspace_, gradient_);
}

void Inspection::differentiate_output(const Batch& batch, std::size_t output) {
  float* const upstream = loss_gradient(workspace_);
  std::fill_n(upstream, network().output_width() * batch.lanes, 0.0f);
  std::fill_n(upstream + output * batch.lanes, batch.lanes, 1.0f);
  differentiate_prediction(network(), trainer_.padded_parameters(), batch, workspace_, gradient_);
}

void Inspection::differentiate_weights(const Batch& batch) {
  lab::differentiate_weights(batch, workspace_, gradient_);
}

LossArguments Inspection::loss_arguments(const Batch& batch) const {
  return {.outputs = workspace_.output().activation,
          .targets = targets_,
          .units = network().output_width(),
          .samples = batch.samples,
          .lanes = batch.lanes,
          .parameters = trainer_.setup().loss.parameters.data()};
}

double Inspection::total_loss(const Batch& batch) const {
  return loss_.total(loss_arguments(batch));
}

void Inspection::differentiate_loss(const Batch& batch, float* gradient) const {
  loss_.gradient(loss_arguments(batch), gradient);
}

}  // namespace lab
