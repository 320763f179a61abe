#pragma once

#include <array>
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

/// How many curves an order computes: f, or f and f', or f''.
constexpr std::size_t curve_count(Order order) {
  return order == Order::value_and_derivative ? 2 : 1;
}

/// The curves of an order at two points, in double precision.
using Formula = void (*)(f64x2 x, const float* parameters, f64x2* curves);

/// Runs a formula over an array, rounding once to float.
void run_formula(Formula formula, Order order, const KernelArguments& arguments);

template <class A, Order order>
void formula(f64x2 x, const float* parameters, f64x2* curves);

namespace detail {

template <class T, std::size_t N>
LAB_INLINE Parameters<T, N> broadcast_parameters(const float* values) {
  Parameters<T, N> result;
  for (std::size_t i = 0; i < N; ++i) result[i] = T(values[i]);
  return result;
}

template <class A, Order order, class T>
LAB_INLINE std::array<T, curve_count(order)> curves(
    T x, const Parameters<T, A::info.parameters.size()>& parameters) {
  if constexpr (order == Order::second_derivative)
    return {A::second_derivative(x, parameters)};
  else if constexpr (order == Order::value)
    return {A::value(x, parameters)};
  else
    return {A::value(x, parameters), A::derivative(x, parameters)};
}

/// Whether A has a single-precision kernel of its own, with a range outside of which the formula takes over.
template <class A>
concept Tuned = requires(f32x4 x, Parameters<f32x4, A::info.parameters.size()> parameters) {
  A::outside_tuned_range(x, parameters);
};

/// The single-precision kernel of f, or of f and f', for one vector at a time.
template <class A, Order order>
class SingleKernel {
  using Singles = Parameters<f32x4, A::info.parameters.size()>;

 public:
  using Curves = std::array<f32x4, curve_count(order)>;
  static constexpr bool is_tuned = Tuned<A>;

  LAB_INLINE explicit SingleKernel(const float* parameters)
      : numbers_(parameters),
        parameters_(broadcast_parameters<f32x4, A::info.parameters.size()>(parameters)) {}

  LAB_INLINE Curves operator()(f32x4 x) const {
    if constexpr (is_tuned)
      return patched(x, numbers_, parameters_);
    else
      return unpatched(x);
  }

  /// Valid where `outside_tuned_range` does not hold.
  LAB_INLINE Curves unpatched(f32x4 x) const { return curves<A, order>(x, parameters_); }

  LAB_INLINE mask32x4 outside_tuned_range(f32x4 x) const { return A::outside_tuned_range(x, parameters_); }

 private:
  /// The tuned kernel where it is valid, the formula in double precision elsewhere: a lane never depends on
  /// its neighbours. Not inlined: the loop needs it rarely, and one copy is enough.
  [[gnu::noinline]] static Curves patched(f32x4 x, const float* numbers, const Singles& parameters) {
    const mask32x4 outside = A::outside_tuned_range(x, parameters);
    Curves result{};
    if (any(!outside)) result = curves<A, order>(select(outside, f32x4(0.0f), x), parameters);
    if (any(outside)) {
      f64x2 low[curve_count(order)], high[curve_count(order)];
      formula<A, order>(promote_low(x), numbers, low);
      formula<A, order>(promote_high(x), numbers, high);
      for (std::size_t i = 0; i < curve_count(order); ++i)
        result[i] = select(outside, demote(low[i], high[i]), result[i]);
    }
    return result;
  }

  const float* numbers_;
  Singles parameters_;
};

/// Vectors per iteration in single precision: independent chains hide each other's latency. An activation
/// whose kernel is long enough to hide its own says so, and stays small.
template <class A>
constexpr std::size_t unrolled_vectors() {
  if constexpr (requires { A::unrolled_vectors; })
    return A::unrolled_vectors;
  else
    return Tuned<A> ? 4 : 2;
}

}  // namespace detail

/// The one compiled copy of A's formula: the kernel in double precision, the rare lanes of a tuned kernel and
/// single numbers all call it.
template <class A, Order order>
void formula(f64x2 x, const float* parameters, f64x2* results) {
  const auto computed =
      detail::curves<A, order>(x, detail::broadcast_parameters<f64x2, A::info.parameters.size()>(parameters));
  for (std::size_t i = 0; i < curve_count(order); ++i) results[i] = computed[i];
}

/// Runs one activation over an array of any length and alignment. The last one to three numbers go through
/// the same kernel as the others, padded, so that f(x[i]) never depends on i.
template <class A, Order order>
void run_kernel(const KernelArguments& arguments) {
  if constexpr (order == Order::second_derivative || !std::is_same_v<typename A::Lanes, f32x4>) {
    run_formula(formula<A, order>, order, arguments);
  } else {
    using SingleKernel = detail::SingleKernel<A, order>;
    constexpr std::size_t vectors = detail::unrolled_vectors<A>();
    const SingleKernel kernel(arguments.parameters);
    float* const targets[] = {arguments.value, arguments.derivative};
    const float* const x = arguments.x;
    std::size_t i = 0;

    const auto write = [&](std::size_t offset, const typename SingleKernel::Curves& results) {
      for (std::size_t c = 0; c < curve_count(order); ++c) store(targets[c] + offset, results[c]);
    };

    for (; i + 4 * vectors <= arguments.count; i += 4 * vectors) {
      // Everything is read before anything is written: only then does the compiler interleave the vectors.
      f32x4 inputs[vectors];
      LAB_UNROLL for (std::size_t v = 0; v < vectors; ++v) inputs[v] = load(x + i + 4 * v);
      typename SingleKernel::Curves results[vectors];
      LAB_UNROLL for (std::size_t v = 0; v < vectors; ++v) results[v] = kernel.unpatched(inputs[v]);
      LAB_UNROLL for (std::size_t v = 0; v < vectors; ++v) write(i + 4 * v, results[v]);
      if constexpr (SingleKernel::is_tuned) {
        mask32x4 outside = kernel.outside_tuned_range(inputs[0]);
        LAB_UNROLL for (std::size_t v = 1; v < vectors; ++v) outside =
            outside | kernel.outside_tuned_range(inputs[v]);
        if (any(outside)) [[unlikely]]
          for (std::size_t v = 0; v < vectors; ++v) write(i + 4 * v, kernel(inputs[v]));
      }
    }

    for (; i + 4 <= arguments.count; i += 4) write(i, kernel(load(x + i)));

    if (const std::size_t rest = arguments.count - i; rest != 0) {
      float padded[4] = {};
      std::memcpy(padded, x + i, rest * sizeof(float));
      const auto results = kernel(load(padded));
      for (std::size_t c = 0; c < curve_count(order); ++c)
        std::memcpy(targets[c] + i, &results[c], rest * sizeof(float));
    }
  }
}

}  // namespace lab
