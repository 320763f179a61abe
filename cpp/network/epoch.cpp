#include "network/epoch.h"

#include <algorithm>

#include "core/shuffle.h"
#include "network/lanes.h"

namespace lab {

namespace {

bool normalizes_batches(const Setup& setup) {
  for (const LayerSetup& layer : setup.layers)
    if (layer.normalization == Normalization::batch) return true;
  return false;
}

/// Batches of which the last one may be smaller. A batch of one has no deviation to normalise by.
std::size_t batch_count(const Setup& setup, std::size_t size, std::size_t batch_size) {
  const std::size_t rest = size % batch_size;
  const bool keeps_rest = setup.leftover == Leftover::keep && rest > (normalizes_batches(setup) ? 1u : 0u);
  return size / batch_size + (keeps_rest ? 1 : 0);
}

}  // namespace

Epoch::Epoch(const Setup& setup, const DataTable& table, Arena& arena)
    : batch_size_(setup.batch_size == 0 ? table.size() : std::min(setup.batch_size, table.size())),
      batch_count_(lab::batch_count(setup, table.size(), batch_size_)),
      size_(table.size()),
      inputs_(input_width(setup)),
      outputs_(setup.layers.back().width),
      blocks_(arena.take(batch_count_ * (inputs_ + outputs_) * max_lanes())) {
  const std::size_t block = (inputs_ + outputs_) * max_lanes();
  for (std::size_t index = 0; index < batch_count_; ++index) {
    const std::size_t samples = std::min(batch_size_, size_ - index * batch_size_);
    batches_.push_back({.inputs = blocks_ ? blocks_ + index * block : nullptr,
                        .samples = samples,
                        .lanes = round_up_to_lanes(samples)});
  }
}

std::size_t Epoch::max_lanes() const {
  return round_up_to_lanes(batch_size_);
}

std::size_t Epoch::samples() const {
  return std::min(size_, batch_count_ * batch_size_);
}

void Epoch::begin(const Setup& setup, const DataTable& table, std::uint64_t number) {
  if (number != 0 && !setup.shuffle) return;
  order_.resize(size_);
  for (std::size_t i = 0; i < size_; ++i) order_[i] = static_cast<std::uint32_t>(i);
  if (setup.shuffle) {
    std::uint64_t seed = setup.shuffle_seed;
    Random random(split_mix_64(seed), number);
    shuffle(std::span(order_), random);
  }
  for (std::size_t index = 0; index < batch_count_; ++index) {
    const Batch& shape = batches_[index];
    float* target = blocks_ + index * (inputs_ + outputs_) * max_lanes();
    const auto copy_row = [&](const float* row) {
      for (std::size_t lane = 0; lane < shape.lanes; ++lane)
        *target++ = row[sample(index, std::min(lane, shape.samples - 1))];
    };
    for (std::size_t i = 0; i < inputs_; ++i) copy_row(table.inputs() + i * table.stride());
    for (std::size_t o = 0; o < outputs_; ++o) copy_row(table.targets() + o * table.stride());
  }
}

}  // namespace lab
