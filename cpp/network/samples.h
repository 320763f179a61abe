#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace lab {

/// Labelled points: what a network is trained on or tested with.
struct Samples {
  /// Numbers per sample.
  std::size_t columns = 0;
  /// Column by column: inputs[column * size() + sample]. Finite.
  std::vector<float> inputs = {};
  /// One per sample: the class (0, 1, 2 ...) or the value to be learned. Finite.
  std::vector<float> targets = {};

  [[nodiscard]] std::size_t size() const { return targets.size(); }

  friend bool operator==(const Samples&, const Samples&) = default;
};

/// Appends a sample; `inputs` has one number for each column.
void add_sample(Samples& samples, std::span<const float> inputs, float target);

/// Takes a sample away; the others keep their order.
void remove_sample(Samples& samples, std::size_t index);

}  // namespace lab
