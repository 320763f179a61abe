#include "bindings/blocks.h"

#include "bindings/view.h"

namespace lab::bindings {

alignas(64) float input[block_capacity];
alignas(64) float value[block_capacity];
alignas(64) float derivative[block_capacity];
float parameters[max_parameters];

}  // namespace lab::bindings

EMSCRIPTEN_BINDINGS(blocks) {
  using namespace lab::bindings;
  emscripten::function(
      "inputView", +[] { return view(input, block_capacity); });
  emscripten::function(
      "valueView", +[] { return view(value, block_capacity); });
  emscripten::function(
      "derivativeView", +[] { return view(derivative, block_capacity); });
  emscripten::function(
      "parameterView", +[] { return view(parameters, lab::max_parameters); });
}
