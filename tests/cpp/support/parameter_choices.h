#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "activations/registry.h"

namespace lab::testing {

using ParameterChoice = std::array<float, max_parameters>;

/// The initial parameters first; then each alone, and all together, at the limits of the engine and of the
/// slider.
inline std::vector<ParameterChoice> parameter_choices(const ActivationInfo& info) {
  const auto& parameters = info.parameters;
  ParameterChoice initial{};
  for (std::size_t i = 0; i < parameters.size(); ++i) initial[i] = static_cast<float>(parameters[i].initial);
  std::vector<ParameterChoice> choices{initial};
  for (const auto limit : {&ParameterInfo::minimum, &ParameterInfo::maximum, &ParameterInfo::slider_minimum,
                           &ParameterInfo::slider_maximum}) {
    ParameterChoice all = initial;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      ParameterChoice alone = initial;
      alone[i] = all[i] = static_cast<float>(parameters[i].*limit);
      choices.push_back(alone);
    }
    choices.push_back(all);
  }
  std::sort(choices.begin() + 1, choices.end());
  choices.erase(std::unique(choices.begin() + 1, choices.end()), choices.end());
  choices.erase(std::remove(choices.begin() + 1, choices.end(), initial), choices.end());
  return choices;
}

/// For messages: `elu(alpha=2)`.
inline std::string describe(const ActivationInfo& info, const ParameterChoice& choice) {
  std::string text(info.key);
  for (std::size_t i = 0; i < info.parameters.size(); ++i) {
    text += i == 0 ? "(" : ", ";
    text += std::string(info.parameters[i].key) + "=" + std::to_string(choice[i]);
  }
  return info.parameters.empty() ? text : text + ")";
}

}  // namespace lab::testing
