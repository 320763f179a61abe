#include "network/layer_activation.h"

#include <doctest/doctest.h>

#include <string>

#include "activations/registry.h"
#include "support/parameter_choices.h"

namespace lab {
namespace {

TEST_CASE("layers have every activation of the catalogue") {
  const auto all = activations();
  const auto layers = layer_activations();
  REQUIRE(layers.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const ActivationEntry& entry = *all[i];
    const LayerActivation& layer = *layers[i];
    CAPTURE(std::string(entry.info.key));
    CHECK(layer.info.key == entry.info.key);
    CHECK(layer.info.name == entry.info.name);
    CHECK(layer.info.parameters.size() == entry.info.parameters.size());
    CHECK((layer.kernels[0] == entry.kernels[0]));
    CHECK((layer.kernels[1] == entry.kernels[1]));
    for (const auto& parameters : testing::parameter_choices(entry.info)) {
      const Range range = layer.range(parameters.data());
      const Range expected = entry.properties(parameters.data()).range;
      CHECK(range.lower == expected.lower);
      CHECK(range.upper == expected.upper);
    }
    CHECK(find_layer_activation(entry.info.key) == &layer);
  }
  CHECK(find_layer_activation("nothing") == nullptr);
}

}  // namespace
}  // namespace lab
