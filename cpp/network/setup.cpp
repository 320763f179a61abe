#include "network/setup.h"

#include "network/initializers/registry.h"
#include "network/layer_activation.h"
#include "network/losses/registry.h"
#include "network/optimizers/registry.h"

namespace lab {

Choice choose_activation(std::string_view key) {
  return choose(find_layer_activation(key), key);
}
Choice choose_initializer(std::string_view key) {
  return choose(find_initializer(key), key);
}
Choice choose_loss(std::string_view key) {
  return choose(find_loss(key), key);
}

void choose_optimizer(Setup& setup, std::string_view key) {
  setup.optimizer = key;
  const OptimizerEntry* const entry = find_optimizer(key);
  if (!entry) return;
  setup.hyper.optimizer = initial_values(entry->info.parameters);
  setup.hyper.learning_rate = entry->optimizer.learning_rate;
}

std::size_t input_width(const Setup& setup) {
  return setup.features.empty() ? setup.columns : setup.features.size();
}

LayerSetup make_layer(std::size_t width, std::string_view activation) {
  return {.width = width,
          .activation = choose_activation(activation),
          .initializer = choose_initializer("xavier_uniform")};
}

Setup make_setup(std::initializer_list<std::size_t> hidden, std::string_view activation) {
  Setup setup;
  for (const std::size_t width : hidden) setup.layers.push_back(make_layer(width, activation));
  setup.layers.push_back(make_layer(1, "identity"));
  setup.loss = choose_loss("bce_with_logits");
  choose_optimizer(setup, "sgd");
  return setup;
}

}  // namespace lab
