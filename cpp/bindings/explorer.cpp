// The catalogue and what is asked of one activation.
#include <span>
#include <string>

#include "activations/describe.h"
#include "activations/registry.h"
#include "activations/vector/registry.h"
#include "analysis/describe_properties.h"
#include "bindings/blocks.h"
#include "bindings/view.h"
#include "core/random.h"
#include "math/distributions.h"

namespace lab::bindings {
namespace {

alignas(64) float second_derivative[block_capacity];
double scalars[4];

/// Longest input of the vector kind here; its Jacobian may have twice as many rows as columns.
constexpr std::size_t vector_capacity = 256;
alignas(64) float jacobian[2 * vector_capacity * vector_capacity];

Random random_numbers;

/// The last text given.
std::string text;

/// Order 0: value; 1: and derivative; 2: and second derivative. Reads `input`, which stays as it is.
int evaluate(unsigned index, unsigned order, unsigned count) {
  const ActivationEntry* entry = entry_at(activations(), index);
  if (const Status status = check_block(entry, count); status != Status::ok) return static_cast<int>(status);
  const KernelArguments arguments{.x = input,
                                  .count = count,
                                  .parameters = parameters,
                                  .value = value,
                                  .derivative = derivative,
                                  .second_derivative = second_derivative};
  entry->kernels[order == 0 ? 0 : 1](arguments);
  if (order == 2) entry->kernels[2](arguments);
  return 0;
}

/// Writes f, f', f'' and f' by automatic differentiation into `scalars`.
int sample(unsigned index, double x) {
  const ActivationEntry* entry = entry_at(activations(), index);
  if (const Status status = check_block(entry, 0); status != Status::ok) return static_cast<int>(status);
  const ScalarSample result = entry->sample(x, parameters);
  scalars[0] = result.value;
  scalars[1] = result.derivative;
  scalars[2] = result.second_derivative;
  scalars[3] = result.automatic_derivative;
  return 0;
}

/// Random numbers go into `input`; the generator continues from call to call.
void seed_random(double seed) {
  random_numbers = Random(static_cast<std::uint64_t>(seed));
}

std::span<float> first_inputs(unsigned count) {
  return std::span(input).first(count < block_capacity ? count : block_capacity);
}

void fill_normal(double mean, double deviation, unsigned count) {
  lab::fill_normal(first_inputs(count), mean, deviation, random_numbers);
}

void fill_uniform(double lower, double upper, unsigned count) {
  lab::fill_uniform(first_inputs(count), lower, upper, random_numbers);
}

unsigned vector_output_length(unsigned index, unsigned count) {
  const VectorEntry* entry = entry_at(vector_activations(), index);
  if (entry == nullptr || count > vector_capacity) return 0;
  return static_cast<unsigned>(output_length(*entry, count, parameters));
}

int evaluate_vector(unsigned index, unsigned count) {
  const VectorEntry* entry = entry_at(vector_activations(), index);
  if (entry == nullptr) return static_cast<int>(Status::unknown_activation);
  if (count > vector_capacity) return static_cast<int>(Status::invalid_length);
  return static_cast<int>(lab::evaluate(
      *entry,
      {.x = std::span(input).first(count), .parameters = parameters, .value = value, .jacobian = jacobian}));
}

emscripten::val describe_catalogue() {
  text = lab::describe_catalogue();
  return view(text);
}

emscripten::val describe_properties(unsigned index) {
  const ActivationEntry* entry = entry_at(activations(), index);
  text = check_block(entry, 0) == Status::ok ? lab::describe_properties(*entry, parameters) : "null";
  return view(text);
}

}  // namespace

EMSCRIPTEN_BINDINGS(explorer) {
  emscripten::function("describeCatalogue", &describe_catalogue);
  emscripten::function(
      "secondDerivativeView", +[] { return view(second_derivative, block_capacity); });
  emscripten::function("evaluate", &evaluate);
  emscripten::function("sample", &sample);
  emscripten::function(
      "sampleView", +[] { return view(scalars, 4); });
  emscripten::function("describeProperties", &describe_properties);
  emscripten::function("seedRandom", &seed_random);
  emscripten::function("fillNormal", &fill_normal);
  emscripten::function("fillUniform", &fill_uniform);
  emscripten::function("vectorOutputLength", &vector_output_length);
  emscripten::function("evaluateVector", &evaluate_vector);
  emscripten::function(
      "jacobianView", +[] { return view(jacobian, 2 * vector_capacity * vector_capacity); });
}

}  // namespace lab::bindings
