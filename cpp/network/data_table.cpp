#include "network/data_table.h"

#include <algorithm>
#include <vector>

#include "network/input_features.h"
#include "network/lanes.h"
#include "network/losses/registry.h"

namespace lab {

namespace {

std::size_t output_width(const Setup& setup) {
  return setup.layers.back().width;
}

bool output_can_be_negative(const Setup& setup) {
  const LayerSetup& output = setup.layers.back();
  return output.residual || range_of(output.activation).lower < 0;
}

}  // namespace

TargetCoding target_coding(const Setup& setup) {
  if (setup.target_coding != TargetCoding::automatic) return setup.target_coding;
  const LossInfo& loss = find_loss(setup.loss.key)->loss;
  if (loss.signed_targets) return TargetCoding::minus_one_one;
  const bool takes_any_target = loss.outputs == OutputRule::any;
  return setup.task == Task::binary && takes_any_target && output_can_be_negative(setup)
             ? TargetCoding::minus_one_one
             : TargetCoding::zero_one;
}

DataTable::DataTable(const Setup& setup, const Samples& samples, Arena& arena)
    : size_(samples.size()),
      stride_(round_up_to_lanes(samples.size())),
      inputs_(arena.take(input_width(setup) * stride_)),
      targets_(arena.take(output_width(setup) * stride_)) {}

void DataTable::fill(const Setup& setup, const Samples& samples) {
  std::vector<const float*> columns;
  for (std::size_t c = 0; c < samples.columns; ++c) columns.push_back(samples.inputs.data() + c * size_);
  compute_inputs(setup, columns, size_, stride_, inputs_);

  const bool classifies = setup.task == Task::binary || setup.task == Task::multi_class;
  const float low = target_coding(setup) == TargetCoding::minus_one_one ? -1.0f : 0.0f;
  for (std::size_t output = 0; output < output_width(setup); ++output) {
    float* const row = targets_ + output * stride_;
    for (std::size_t s = 0; s < size_; ++s) {
      const float target = samples.targets[s];
      if (!classifies)
        row[s] = target;
      else if (setup.task == Task::binary)
        row[s] = target > 0 ? 1.0f : low;
      else
        row[s] = target == static_cast<float>(output) ? 1.0f : low;
    }
  }
}

void copy_rows(const float* rows, std::size_t row_count, std::size_t stride, const TableSlice& slice,
               float* result) {
  for (std::size_t row = 0; row < row_count; ++row) {
    for (std::size_t lane = 0; lane < slice.lanes; ++lane) {
      const std::size_t index = std::min(lane, slice.count - 1);
      result[row * slice.lanes + lane] = rows[row * stride + slice.first + index * slice.step];
    }
  }
}

}  // namespace lab
