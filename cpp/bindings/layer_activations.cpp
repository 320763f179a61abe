// The curves of the activations that layers have.
#include <emscripten/bind.h>

#include "bindings/blocks.h"
#include "network/layer_activation.h"

namespace lab::bindings {
namespace {

/// Order 0: value; 1: and derivative. Reads `input`, which stays as it is.
int evaluate(unsigned index, unsigned order, unsigned count) {
  const LayerActivation* const entry = entry_at(layer_activations(), index);
  if (const Status status = check_block(entry, count); status != Status::ok) return static_cast<int>(status);
  entry->kernels[order == 0 ? 0 : 1]({.x = input,
                                      .count = count,
                                      .parameters = parameters,
                                      .value = value,
                                      .derivative = derivative,
                                      .second_derivative = nullptr});
  return 0;
}

}  // namespace

EMSCRIPTEN_BINDINGS(layer_activations) {
  emscripten::function("evaluate", &evaluate);
}

}  // namespace lab::bindings
