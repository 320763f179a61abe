#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace lab {

/// One block of floats, handed out piece by piece, each zero at first and at a multiple of 64 bytes. An arena
/// without a block only counts: what is built upon it tells how large the block must be.
class Arena {
 public:
  Arena() = default;
  explicit Arena(std::size_t floats) : block_(new float[floats + alignment]()) {
    const auto address = reinterpret_cast<std::uintptr_t>(block_.get());
    start_ = block_.get() + (-address % (alignment * sizeof(float))) / sizeof(float);
  }

  /// Null if the arena only counts.
  float* take(std::size_t count) {
    float* const piece = start_ ? start_ + used_ : nullptr;
    used_ += (count + alignment - 1) / alignment * alignment;
    return piece;
  }

  [[nodiscard]] std::size_t used() const { return used_; }

 private:
  static constexpr std::size_t alignment = 16;

  std::unique_ptr<float[]> block_;
  float* start_ = nullptr;
  std::size_t used_ = 0;
};

}  // namespace lab
