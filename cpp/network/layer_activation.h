#pragma once

#include <span>
#include <string_view>

#include "activations/kernel.h"

namespace lab {

struct Choice;

/// What an activation is called and how it is written, as in its `ActivationInfo`.
struct LayerActivationInfo {
  std::string_view key;
  std::string_view name;
  std::string_view name_zh;
  Family family;
  std::string_view latex;
  StaticList<ParameterInfo, max_parameters> parameters;
};

/// What a network needs of an activation. The rest, its second derivative, its code, its paper ..., would
/// otherwise be part of every program that trains.
struct LayerActivation {
  LayerActivationInfo info;
  /// By Order; without the second derivative.
  Kernel kernels[2];
  Range (*range)(const float* parameters);
};

/// Every activation, sorted by key. Made by CMake from the files in `activations/catalog/`.
std::span<const LayerActivation* const> layer_activations();

/// Null if there is none.
const LayerActivation* find_layer_activation(std::string_view key);

/// The values that a known activation can have with its parameters.
Range range_of(const Choice& activation);

namespace layer {

template <Activation A>
[[gnu::cold]] Range range(const float* values) {
  return A::properties(detail::broadcast_parameters<double, A::info.parameters.size()>(values)).range;
}

template <Activation A>
constexpr LayerActivation make_entry() {
  const ActivationInfo& info = A::info;
  return {.info = {.key = info.key,
                   .name = info.name,
                   .name_zh = info.name_zh,
                   .family = info.family,
                   .latex = info.latex,
                   .parameters = info.parameters},
          .kernels = {run_kernel<A, Order::value>, run_kernel<A, Order::value_and_derivative>},
          .range = range<A>};
}

}  // namespace layer

}  // namespace lab
