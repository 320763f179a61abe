#pragma once

#include <cstdint>
#include <vector>

#include "network/data_table.h"
#include "network/passes.h"

namespace lab {

/// The training samples in the order of one epoch, cut into batches that are each contiguous and padded, so
/// that a step reads nothing else.
class Epoch {
 public:
  Epoch(const Setup& setup, const DataTable& table, Arena& arena);

  /// Lays out an epoch; the first one is 0. Its order depends on nothing but the seed and its number.
  void begin(const Setup& setup, const DataTable& table, std::uint64_t number);

  [[nodiscard]] std::size_t batch_count() const { return batch_count_; }
  /// Lanes of the largest batch.
  [[nodiscard]] std::size_t max_lanes() const;
  [[nodiscard]] const Batch& batch(std::size_t index) const { return batches_[index]; }
  /// Of a batch of this epoch: row by row, as the inputs.
  [[nodiscard]] const float* targets(const Batch& batch) const {
    return batch.inputs + inputs_ * batch.lanes;
  }
  /// Index in the data of a sample of a batch.
  [[nodiscard]] std::size_t sample(std::size_t batch, std::size_t position) const {
    return order_[batch * batch_size_ + position];
  }
  /// Samples presented in a whole epoch.
  [[nodiscard]] std::size_t samples() const;

 private:
  std::size_t batch_size_;
  std::size_t batch_count_;
  std::size_t size_;
  std::size_t inputs_;
  std::size_t outputs_;
  float* blocks_;
  std::vector<Batch> batches_;
  std::vector<std::uint32_t> order_;
};

}  // namespace lab
