#include <doctest/doctest.h>

#include <cstring>
#include <numeric>

#include "catalogue_types.h"
#include "support/curves.h"
#include "support/parameter_choices.h"
#include "support/sample_points.h"

namespace lab::testing {
namespace {

/// Numbers in and far outside of the range in which kernels are tuned, side by side.
std::vector<float> mixed_numbers(std::size_t count) {
  std::vector<float> numbers(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto step = static_cast<float>(i % 97) - 48;
    numbers[i] = i % 7 == 3 ? step * 1e3f : step * 0.13f;
  }
  return numbers;
}

bool same_bits(const float* a, const float* b, std::size_t count) {
  return count == 0 || std::memcmp(a, b, count * sizeof(float)) == 0;
}

/// f, f' and f'' of each number on its own.
Curves one_by_one(const ActivationEntry& entry, const std::vector<float>& x, const float* parameters) {
  Curves all;
  for (const float number : x) {
    const Curves single = compute_curves(entry, {number}, parameters);
    all.value.push_back(single.value[0]);
    all.derivative.push_back(single.derivative[0]);
    all.second_derivative.push_back(single.second_derivative[0]);
  }
  return all;
}

std::vector<std::size_t> lengths() {
  std::vector<std::size_t> all(20);
  std::iota(all.begin(), all.end(), 0);
  all.insert(all.end(), {1023, 1024, 1025});
  return all;
}

constexpr float guard = -12345.5f;
constexpr std::size_t margin = 8;

/// An array with guards on both sides, to be entered at any offset.
std::vector<float> guarded(std::size_t count) {
  return std::vector<float>(count + 2 * margin, guard);
}

bool guards_intact(const std::vector<float>& array, std::size_t start, std::size_t count) {
  for (std::size_t i = 0; i < array.size(); ++i)
    if ((i < start || i >= start + count) && array[i] != guard) return false;
  return true;
}

struct OneActivation {
  const ActivationEntry& entry;
  ParameterChoice choice;

  void run(Order order, const float* x, std::size_t count, float* value, float* derivative,
           float* second) const {
    entry.kernels[static_cast<int>(order)]({.x = x,
                                            .count = count,
                                            .parameters = choice.data(),
                                            .value = value,
                                            .derivative = derivative,
                                            .second_derivative = second});
  }
};

template <class A>
OneActivation with_initial_parameters() {
  return {*find_activation(A::info.key), parameter_choices(A::info).front()};
}

TEST_CASE_TEMPLATE_DEFINE("a result depends on its argument alone, not on its place", A, places) {
  const OneActivation f = with_initial_parameters<A>();
  const std::vector<float> numbers = mixed_numbers(1025);
  const Curves expected = one_by_one(f.entry, numbers, f.choice.data());
  for (const std::size_t count : lengths()) {
    for (std::size_t offset = 0; offset < 4; ++offset) {
      std::vector<float> x = guarded(count), value = x, derivative = x, second = x, value_alone = x;
      std::copy_n(numbers.begin(), count, x.data() + offset);
      float* const targets[] = {value.data() + 3 - offset, derivative.data() + offset, second.data() + 1,
                                value_alone.data() + offset};
      f.run(Order::value_and_derivative, x.data() + offset, count, targets[0], targets[1], nullptr);
      f.run(Order::second_derivative, x.data() + offset, count, nullptr, nullptr, targets[2]);
      f.run(Order::value, x.data() + offset, count, targets[3], nullptr, nullptr);
      CAPTURE(count);
      CAPTURE(offset);
      REQUIRE(same_bits(targets[0], expected.value.data(), count));
      REQUIRE(same_bits(targets[1], expected.derivative.data(), count));
      REQUIRE(same_bits(targets[2], expected.second_derivative.data(), count));
      REQUIRE(same_bits(targets[3], expected.value.data(), count));
      REQUIRE(guards_intact(value, 3 - offset, count));
      REQUIRE(guards_intact(derivative, offset, count));
      REQUIRE(guards_intact(second, 1, count));
      REQUIRE(guards_intact(value_alone, offset, count));
    }
  }
}
TEST_CASE_TEMPLATE_APPLY(places, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("any result may overwrite the argument", A, in_place) {
  const OneActivation f = with_initial_parameters<A>();
  for (const std::size_t count : lengths()) {
    const std::vector<float> numbers = mixed_numbers(count);
    const Curves expected = compute_curves(f.entry, numbers, f.choice.data());
    CAPTURE(count);
    std::vector<float> x = numbers, other(count);
    f.run(Order::value, x.data(), count, x.data(), nullptr, nullptr);
    REQUIRE(same_bits(x.data(), expected.value.data(), count));

    x = numbers;
    f.run(Order::value_and_derivative, x.data(), count, x.data(), other.data(), nullptr);
    REQUIRE(same_bits(x.data(), expected.value.data(), count));
    REQUIRE(same_bits(other.data(), expected.derivative.data(), count));

    x = numbers;
    f.run(Order::value_and_derivative, x.data(), count, other.data(), x.data(), nullptr);
    REQUIRE(same_bits(x.data(), expected.derivative.data(), count));
    REQUIRE(same_bits(other.data(), expected.value.data(), count));

    x = numbers;
    f.run(Order::second_derivative, x.data(), count, nullptr, nullptr, x.data());
    REQUIRE(same_bits(x.data(), expected.second_derivative.data(), count));
  }
}
TEST_CASE_TEMPLATE_APPLY(in_place, ActivationTypes);

}  // namespace
}  // namespace lab::testing
