#pragma once

#include "network/setup.h"

namespace lab {

/// Which class a classifier's outputs stand for.
class Decision {
 public:
  /// Of a valid set-up for classes.
  explicit Decision(const Setup& setup);

  /// The class of one sample of outputs[unit * lanes + sample]: the larger side of a binary task's threshold,
  /// the first of the largest outputs otherwise.
  [[nodiscard]] std::size_t operator()(const float* outputs, std::size_t lanes, std::size_t sample) const;

 private:
  std::size_t outputs_;
  float threshold_;
};

}  // namespace lab
