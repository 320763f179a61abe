#pragma once

#include "network/catalogue_info.h"

namespace lab::optimizer_parameters {

inline constexpr ParameterInfo momentum = parameter("momentum", R"(\mu)", 0.9, 0, 0.9999, 0.01);
inline constexpr ParameterInfo beta1 = parameter("beta1", R"(\beta_1)", 0.9, 0, 0.9999, 0.001);
/// Not 0: where the gradient is 0, the padding included, 0 / epsilon must stay 0.
constexpr ParameterInfo epsilon(double initial) {
  return {.key = "eps",
          .symbol = R"(\varepsilon)",
          .initial = initial,
          .minimum = 1e-12,
          .maximum = 1,
          .slider_minimum = 1e-10,
          .slider_maximum = 1e-2,
          .step = 1e-10};
}
constexpr ParameterInfo beta2(double initial) {
  return parameter("beta2", R"(\beta_2)", initial, 0, 0.99999, 0.0001);
}
constexpr ParameterInfo weight_decay(double initial) {
  return parameter("weight_decay", R"(\lambda)", initial, 0, 10, 0.001);
}

}  // namespace lab::optimizer_parameters
