#pragma once

#include <cstring>
#include <type_traits>

#include "activations/activation.h"

namespace lab {

/// Which curves a kernel computes.
enum class Order { value, value_and_derivative, second_derivative };

/// `value` and `derivative` may be null where the order does not ask for them; any of them may be `x`.
struct KernelArguments {
  const float* x;
  std::size_t count;
  const float* parameters;
  float* value;
  float* derivative;
  float* second_derivative;
};

using Kernel = void (*)(const KernelArguments&);

namespace detail {

template <class T, std::size_t N>
LAB_INLINE Parameters<T, N> broadcast_parameters(const float* values) {
  Parameters<T, N> result;
  for (std::size_t i = 0; i < N; ++i) result[i] = T(values[i]);
  return result;
}

template <class A, Order order>
struct Block {
  static constexpr std::size_t parameter_count = A::info.parameters.size();
  using Lanes = std::conditional_t<order == Order::second_derivative, f64x2, typename A::Lanes>;

  const KernelArguments& arguments;
  Parameters<Lanes, parameter_count> parameters;

  LAB_INLINE explicit Block(const KernelArguments& all)
      : arguments(all), parameters(broadcast_parameters<Lanes, parameter_count>(all.parameters)) {}

  /// f applied to four numbers, whatever the precision of the lanes.
  template <class F>
  LAB_INLINE static f32x4 apply(f32x4 x, F f) {
    if constexpr (std::is_same_v<Lanes, f32x4>) {
      return f(x);
    } else {
      return demote(f(promote_low(x)), f(promote_high(x)));
    }
  }

  LAB_INLINE void run(const float* x, std::size_t offset, float* value, float* derivative, float* second) const {
    const f32x4 lanes = load(x + offset);
    if constexpr (order == Order::second_derivative) {
      store(second + offset, apply(lanes, [&](auto v) { return A::second_derivative(v, parameters); }));
    } else {
      const f32x4 f = apply(lanes, [&](auto v) { return A::value(v, parameters); });
      if constexpr (order == Order::value_and_derivative)
        store(derivative + offset, apply(lanes, [&](auto v) { return A::derivative(v, parameters); }));
      store(value + offset, f);
    }
  }
};

}  // namespace detail

/// Runs one activation over an array of any length and alignment. The last one to three numbers go through the same
/// kernel as the others, padded, so that f(x[i]) never depends on i.
template <class A, Order order>
void run_kernel(const KernelArguments& arguments) {
  const detail::Block<A, order> block(arguments);
  const std::size_t whole = arguments.count & ~std::size_t{3};
  for (std::size_t i = 0; i < whole; i += 4)
    block.run(arguments.x, i, arguments.value, arguments.derivative, arguments.second_derivative);
  if (const std::size_t rest = arguments.count - whole; rest != 0) {
    float x[4] = {}, value[4], derivative[4], second_derivative[4];
    std::memcpy(x, arguments.x + whole, rest * sizeof(float));
    block.run(x, 0, value, derivative, second_derivative);
    const auto copy_back = [&](float* target, const float* source) {
      std::memcpy(target + whole, source, rest * sizeof(float));
    };
    if constexpr (order == Order::second_derivative) {
      copy_back(arguments.second_derivative, second_derivative);
    } else {
      if constexpr (order == Order::value_and_derivative) copy_back(arguments.derivative, derivative);
      copy_back(arguments.value, value);
    }
  }
}

}  // namespace lab
