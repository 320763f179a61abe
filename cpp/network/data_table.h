#pragma once

#include "network/arena.h"
#include "network/network.h"
#include "network/samples.h"

namespace lab {

/// The coding of a binary task's targets, with `automatic` decided.
TargetCoding target_coding(const Setup& setup);

/// What the network sees of some samples, in their own order: row by row, `stride()` numbers each.
class DataTable {
 public:
  DataTable(const Setup& setup, const Samples& samples, Arena& arena);

  /// Input i of sample s is at inputs()[i * stride() + s].
  [[nodiscard]] const float* inputs() const { return inputs_; }
  /// Target of output o of sample s. A class is a 1 among zeros, or among minus ones, if there are several
  /// outputs.
  [[nodiscard]] const float* targets() const { return targets_; }
  [[nodiscard]] std::size_t stride() const { return stride_; }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Computes the numbers, once the arena has a block.
  void fill(const Setup& setup, const Samples& samples);

 private:
  std::size_t size_;
  std::size_t stride_;
  float* inputs_;
  float* targets_;
};

/// Copies samples, `stride` apart in the table from `first` on, side by side into `lanes` columns; the last
/// one is repeated in the padding.
struct TableSlice {
  std::size_t first;
  std::size_t step;
  std::size_t count;
  std::size_t lanes;
};
void copy_rows(const float* rows, std::size_t row_count, std::size_t stride, const TableSlice& slice,
               float* result);

}  // namespace lab
