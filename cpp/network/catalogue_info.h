#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "activations/activation.h"
#include "network/setup.h"

namespace lab {

/// What a loss, an optimiser or an initialiser says of itself.
struct ChoiceInfo {
  std::string_view key;
  std::string_view name;
  std::string_view name_zh;
  std::string_view latex;
  StaticList<ParameterInfo, max_choice_parameters> parameters;
  /// Code that makes the same of PyTorch; `{name}` stands for a parameter. Empty: not available there.
  std::string_view pytorch;
  Paper paper;
};

/// A parameter whose slider moves between its limits.
constexpr ParameterInfo parameter(std::string_view key, std::string_view symbol, double initial,
                                  double minimum, double maximum, double step) {
  return {.key = key,
          .symbol = symbol,
          .initial = initial,
          .minimum = minimum,
          .maximum = maximum,
          .slider_minimum = minimum,
          .slider_maximum = maximum,
          .step = step};
}

template <class List>
std::array<double, max_choice_parameters> initial_values(const List& parameters) {
  std::array<double, max_choice_parameters> values{};
  for (std::size_t i = 0; i < parameters.size(); ++i) values[i] = parameters[i].initial;
  return values;
}

/// This key with the parameters at their initial values; all zero if `entry` is null.
template <class Entry>
Choice choose(const Entry* entry, std::string_view key) {
  Choice choice{.key = std::string(key)};
  if (entry) choice.parameters = initial_values(entry->info.parameters);
  return choice;
}

/// The entry of a catalogue with this key; null if there is none.
template <class Entry>
const Entry* find_by_key(std::span<const Entry* const> entries, std::string_view key) {
  for (const Entry* entry : entries)
    if (entry->info.key == key) return entry;
  return nullptr;
}

}  // namespace lab
