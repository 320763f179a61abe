#include "network/initializers/gain.h"

namespace lab {

double pytorch_gain(const Choice& activation) {
  if (activation.key == "tanh") return 5.0 / 3;
  if (activation.key == "relu") return __builtin_sqrt(2.0);
  if (activation.key == "selu") return 0.75;
  if (activation.key == "leaky_relu" || activation.key == "prelu") {
    const double slope = activation.parameters[0];
    return __builtin_sqrt(2.0 / (1 + slope * slope));
  }
  return 1;
}

}  // namespace lab
