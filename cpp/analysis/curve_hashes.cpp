#include "analysis/curve_hashes.h"

#include "activations/registry.h"
#include "core/bit_cast.h"
#include "core/hash.h"
#include "math/elementary_f64.h"

namespace lab {

namespace {

/// Prime, so that every exponent meets many mantissas.
constexpr std::uint64_t stride = 40'503;

std::vector<float> sample_of_all_floats() {
  std::vector<float> inputs;
  for (std::uint64_t pattern = 0; pattern < (std::uint64_t{1} << 32); pattern += stride)
    inputs.push_back(bit_cast<float>(static_cast<std::uint32_t>(pattern)));
  return inputs;
}

std::uint64_t hash_of(const std::vector<float>& numbers) {
  Hash hash;
  for (const float number : numbers) hash.add(number);
  return hash.value();
}

void append_activation(const ActivationEntry& entry, const std::vector<float>& inputs,
                       std::vector<NamedHash>& result) {
  float parameters[max_parameters] = {};
  for (std::size_t i = 0; i < entry.info.parameters.size(); ++i)
    parameters[i] = static_cast<float>(entry.info.parameters[i].initial);
  std::vector<float> value(inputs.size()), derivative(inputs.size()), second(inputs.size());
  const KernelArguments arguments{.x = inputs.data(),
                                  .count = inputs.size(),
                                  .parameters = parameters,
                                  .value = value.data(),
                                  .derivative = derivative.data(),
                                  .second_derivative = second.data()};
  for (const Order order : {Order::value_and_derivative, Order::second_derivative})
    entry.kernels[static_cast<std::size_t>(order)](arguments);
  const std::string key(entry.info.key);
  result.push_back({key + ".value", hash_of(value)});
  result.push_back({key + ".derivative", hash_of(derivative)});
  result.push_back({key + ".second_derivative", hash_of(second)});
}

template <class Function>
void append_function(const char* name, Function function, const std::vector<float>& inputs,
                     std::vector<NamedHash>& result) {
  Hash hash;
  for (const float x : inputs) hash.add(function(f64x2(static_cast<double>(x))).lanes[0]);
  result.push_back({std::string("math.") + name, hash.value()});
}

}  // namespace

std::vector<NamedHash> curve_hashes() {
  const std::vector<float> inputs = sample_of_all_floats();
  std::vector<NamedHash> result;
  for (const ActivationEntry* entry : activations()) append_activation(*entry, inputs, result);
  append_function(
      "atan", [](f64x2 x) { return atan(x); }, inputs, result);
  append_function(
      "cos", [](f64x2 x) { return cos(x); }, inputs, result);
  append_function(
      "erf", [](f64x2 x) { return erf(x); }, inputs, result);
  append_function(
      "exp", [](f64x2 x) { return exp(x); }, inputs, result);
  append_function(
      "expm1", [](f64x2 x) { return expm1(x); }, inputs, result);
  append_function(
      "log1p", [](f64x2 x) { return log1p(x); }, inputs, result);
  append_function(
      "normal_cdf", [](f64x2 x) { return normal_cdf(x); }, inputs, result);
  append_function(
      "normal_pdf", [](f64x2 x) { return normal_pdf(x); }, inputs, result);
  append_function(
      "sigmoid", [](f64x2 x) { return sigmoid(x); }, inputs, result);
  append_function(
      "sin", [](f64x2 x) { return sin(x); }, inputs, result);
  append_function(
      "softplus", [](f64x2 x) { return softplus(x); }, inputs, result);
  append_function(
      "tanh", [](f64x2 x) { return tanh(x); }, inputs, result);
  return result;
}

}  // namespace lab
