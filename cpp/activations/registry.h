#pragma once

#include <span>
#include <string_view>

#include "activations/kernel.h"

namespace lab {

/// One activation at one point, in double precision.
struct ScalarSample {
  double value;
  double derivative;
  double second_derivative;
  /// f' by automatic differentiation of the value's formula.
  double automatic_derivative;
};

/// An activation without its type: what the catalogue's consumers work with.
struct ActivationEntry {
  const ActivationInfo& info;
  /// By Order.
  Kernel kernels[3];
  ScalarSample (*sample)(double x, const float* parameters);
  Properties (*properties)(const float* parameters);
};

/// Every activation, sorted by key. Made by CMake from the files in `catalog/`.
std::span<const ActivationEntry* const> activations();

/// Null if there is none.
const ActivationEntry* find_activation(std::string_view key);

template <Activation A>
[[gnu::cold]] ScalarSample sample(double x, const float* parameters) {
  f64x2 first[2], second[1];
  formula<A, Order::value_and_derivative>(x, parameters, first);
  formula<A, Order::second_derivative>(x, parameters, second);
  const auto duals = detail::broadcast_parameters<Dual<f64>, A::info.parameters.size()>(parameters);
  return {.value = first[0].lanes[0],
          .derivative = first[1].lanes[0],
          .second_derivative = second[0].lanes[0],
          .automatic_derivative = A::value(Dual<f64>(f64(x), f64(1.0)), duals).tangent.value};
}

template <Activation A>
[[gnu::cold]] Properties properties(const float* values) {
  return A::properties(detail::broadcast_parameters<double, A::info.parameters.size()>(values));
}

template <Activation A>
constexpr ActivationEntry make_entry() {
  return {.info = A::info,
          .kernels = {run_kernel<A, Order::value>, run_kernel<A, Order::value_and_derivative>,
                      run_kernel<A, Order::second_derivative>},
          .sample = sample<A>,
          .properties = properties<A>};
}

}  // namespace lab
