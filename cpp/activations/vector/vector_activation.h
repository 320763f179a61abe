#pragma once

#include <concepts>
#include <cstddef>
#include <span>
#include <string_view>

#include "activations/activation.h"
#include "activations/vector/jacobian.h"

namespace lab {

/// Longest input of the vector kind.
inline constexpr std::size_t max_vector_length = 1024;

/// A vector activation takes a multiple of `inputs` numbers, and gives `outputs` numbers for each `inputs` of
/// them. `inputs` is 0 for parameters that make no sense.
struct LengthRule {
  std::size_t inputs;
  std::size_t outputs;
};

/// The absolute part holds for inputs up to 1 in magnitude and grows with the largest input beyond.
struct VectorAccuracy {
  ErrorBound value;
  ErrorBound jacobian;
};

struct VectorInfo {
  std::string_view key;
  std::string_view name;
  /// The Chinese name where the field uses one; empty: `name`.
  std::string_view name_zh;
  /// LaTeX of output i, and of the derivative of output i with respect to input j.
  std::string_view latex;
  std::string_view latex_jacobian;
  StaticList<ParameterInfo, max_parameters> parameters;
  /// Expressions of a one-dimensional `x`; those in JavaScript are empty.
  Code code;
  Paper paper;
  VectorAccuracy accuracy;
};

/// One activation of a whole vector: a struct in a file of its own in `vector/catalog/`.
///
/// `value` fills y, whose length follows from `length_rule`; `jacobian` sets the entries that can differ from
/// zero. Both see 1 to `max_vector_length` numbers, a length that fits, and parameters within their limits;
/// both compute in double precision, and the caller rounds once to float.
template <class V>
concept VectorActivation = requires(std::span<const double> x,
                                    Parameters<double, V::info.parameters.size()> parameters,
                                    std::span<double> y, Jacobian& jacobian) {
  { V::length_rule(parameters) } -> std::same_as<LengthRule>;
  V::value(x, parameters, y);
  V::jacobian(x, parameters, jacobian);
};

}  // namespace lab
