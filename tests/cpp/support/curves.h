#pragma once

#include <vector>

#include "activations/registry.h"

namespace lab::testing {

/// f, f' and f'' as the shipped kernels compute them.
struct Curves {
  std::vector<float> value;
  std::vector<float> derivative;
  std::vector<float> second_derivative;
};

inline Curves compute_curves(const ActivationEntry& entry, const std::vector<float>& x,
                             const float* parameters) {
  Curves curves{std::vector<float>(x.size()), std::vector<float>(x.size()), std::vector<float>(x.size())};
  const KernelArguments arguments{.x = x.data(),
                                  .count = x.size(),
                                  .parameters = parameters,
                                  .value = curves.value.data(),
                                  .derivative = curves.derivative.data(),
                                  .second_derivative = curves.second_derivative.data()};
  for (const Order order : {Order::value_and_derivative, Order::second_derivative})
    entry.kernels[static_cast<int>(order)](arguments);
  return curves;
}

}  // namespace lab::testing
