#include "network/layer_activation.h"

#include "network/catalogue_info.h"

namespace lab {

const LayerActivation* find_layer_activation(std::string_view key) {
  return find_by_key(layer_activations(), key);
}

}  // namespace lab
