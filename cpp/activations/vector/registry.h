#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "activations/vector/vector_activation.h"
#include "core/status.h"

namespace lab {

/// What one evaluation reads and writes. `value` holds as many numbers as `output_length` says; `jacobian`
/// that many rows of `x.size()` numbers, or is null where it is not wanted. Either may overlap `x`.
struct VectorArguments {
  std::span<const float> x;
  const float* parameters;
  float* value;
  float* jacobian;
};

/// A vector activation without its type.
struct VectorEntry {
  const VectorInfo& info;
  /// Expects parameters within their limits.
  LengthRule (*length_rule)(const float* parameters);
  /// Expects valid parameters and a length that fits.
  void (*run)(const VectorArguments& arguments);
};

/// Every vector activation, sorted by key. Made by CMake from the files in `catalog/`.
std::span<const VectorEntry* const> vector_activations();

/// Null if there is none.
const VectorEntry* find_vector_activation(std::string_view key);

/// Whether every parameter is finite, within its limits, and whole where it counts something.
bool parameters_valid(const VectorEntry& entry, const float* parameters);

/// How many numbers come out of `count` numbers; 0 if this activation cannot take that many, or the
/// parameters are invalid.
std::size_t output_length(const VectorEntry& entry, std::size_t count, const float* parameters);

/// Writes y = f(x) and, where asked for, its Jacobian; writes nothing unless the status is ok.
///
/// Infinities and NaN follow PyTorch: an activation that normalises the whole vector (the softmax family,
/// sparsemax) gives NaN everywhere if any input is NaN or an infinity on the winning side; the others keep
/// them in their group.
Status evaluate(const VectorEntry& entry, const VectorArguments& arguments);

namespace detail {

template <VectorActivation V>
auto vector_parameters(const float* values) {
  Parameters<double, V::info.parameters.size()> parameters{};
  std::copy_n(values, parameters.size(), parameters.begin());
  return parameters;
}

template <VectorActivation V>
[[gnu::cold]] void run_vector(const VectorArguments& arguments) {
  const auto parameters = vector_parameters<V>(arguments.parameters);
  const std::size_t inputs = arguments.x.size();
  const LengthRule rule = V::length_rule(parameters);
  const std::size_t outputs = inputs / rule.inputs * rule.outputs;

  std::array<double, max_vector_length> x;
  std::copy(arguments.x.begin(), arguments.x.end(), x.begin());
  std::array<double, 2 * max_vector_length> y;
  V::value(std::span(x).first(inputs), parameters, std::span(y).first(outputs));
  for (std::size_t i = 0; i < outputs; ++i) arguments.value[i] = static_cast<float>(y[i]);

  if (arguments.jacobian == nullptr) return;
  Jacobian jacobian(arguments.jacobian, outputs, inputs);
  V::jacobian(std::span(x).first(inputs), parameters, jacobian);
}

}  // namespace detail

template <VectorActivation V>
constexpr VectorEntry make_entry() {
  return {
      .info = V::info,
      .length_rule =
          [](const float* parameters) { return V::length_rule(detail::vector_parameters<V>(parameters)); },
      .run = detail::run_vector<V>};
}

}  // namespace lab
