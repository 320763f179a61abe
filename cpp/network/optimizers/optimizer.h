#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>

#include "network/catalogue_info.h"
#include "simd/f32x4.h"

namespace lab {

struct OptimizerInfo {
  ChoiceInfo choice;
  /// The class that `choice.pytorch` uses, where PyTorch has none.
  std::string_view pytorch_definition = {};
  /// Code that makes the same of Keras 3, but for where the small number in the denominator is; `{name}`
  /// stands for a parameter, `{rate}` for the learning rate, `{options}` for further arguments.
  std::string_view keras;
  /// PyTorch's default; for those without one, TensorFlow Playground's.
  double learning_rate;
};

/// What one update depends on apart from the numbers it changes.
struct UpdateSettings {
  double learning_rate;
  /// In the order of the info.
  const double* parameters;
  /// 1 for the first update.
  std::uint64_t step;
};

struct UpdateArguments {
  const UpdateSettings& settings;
  const float* gradient;
  /// The numbers before and after the update; apart, or the same.
  const float* before;
  float* after;
  /// As many arrays of `count` numbers as the optimiser remembers, one after the other; zeros before the
  /// first update.
  float* memory;
  /// A multiple of four.
  std::size_t count;
};

/// Returns whether all numbers are finite afterwards.
using Update = bool (*)(const UpdateArguments& arguments);

/// An update rule: constructed once a step, it gives the new value of four numbers from their gradient and
/// what was remembered of them, which it changes.
template <class O>
concept Optimizer = requires(const O rule, const UpdateSettings& settings, f32x4 number, f32x4* memory) {
  { O::memory } -> std::convertible_to<std::size_t>;
  O(settings);
  { rule.update(number, number, memory) } -> std::same_as<f32x4>;
};

template <Optimizer O>
bool run_update(const UpdateArguments& arguments) {
  const O rule(arguments.settings);
  const float* const gradient = arguments.gradient;
  const float* const before = arguments.before;
  float* const after = arguments.after;
  float* const remembered = arguments.memory;
  const std::size_t count = arguments.count;
  // x - x is 0 for finite numbers and NaN for all others, and a NaN stays in the sum.
  f32x4 sum(0.0f);
  const auto update = [&](std::size_t i) {
    f32x4 memory[O::memory + 1];
    for (std::size_t m = 0; m < O::memory; ++m) memory[m] = load(remembered + m * count + i);
    const f32x4 number = rule.update(load(before + i), load(gradient + i), memory);
    for (std::size_t m = 0; m < O::memory; ++m) store(remembered + m * count + i, memory[m]);
    store(after + i, number);
    sum = sum + (number - number);
  };
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    update(i);
    update(i + 4);
  }
  if (i < count) update(i);
  return !any(!(sum == f32x4(0.0f)));
}

/// base^exponent by repeated squaring.
constexpr double integer_power(double base, std::uint64_t exponent) {
  double result = 1;
  for (; exponent != 0; exponent >>= 1, base *= base)
    if (exponent & 1) result *= base;
  return result;
}

}  // namespace lab
