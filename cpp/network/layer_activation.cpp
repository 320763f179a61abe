#include "network/layer_activation.h"

#include "network/catalogue_info.h"

namespace lab {

const LayerActivation* find_layer_activation(std::string_view key) {
  return find_by_key(layer_activations(), key);
}

Range range_of(const Choice& activation) {
  float parameters[max_parameters];
  for (std::size_t i = 0; i < max_parameters; ++i)
    parameters[i] = static_cast<float>(activation.parameters[i]);
  return find_layer_activation(activation.key)->range(parameters);
}

}  // namespace lab
