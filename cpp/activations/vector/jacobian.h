#pragma once

#include <algorithm>
#include <cstddef>

namespace lab {

/// The matrix of d y[i] / d x[j], row by row in an array of outputs * inputs floats. Zero until set.
class Jacobian {
 public:
  Jacobian(float* entries, std::size_t outputs, std::size_t inputs) : entries_(entries), inputs_(inputs) {
    std::fill_n(entries, outputs * inputs, 0.0f);
  }

  void set(std::size_t output, std::size_t input, double derivative) {
    entries_[output * inputs_ + input] = static_cast<float>(derivative);
  }

 private:
  float* entries_;
  std::size_t inputs_;
};

}  // namespace lab
