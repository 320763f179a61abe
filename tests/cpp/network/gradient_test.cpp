#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "catalogue_types.h"
#include "core/random.h"
#include "network/reference_network.h"
#include "support/reference_formulas.h"

namespace lab::testing {
namespace {

template <Activation A>
Rate activation_of(Rate x, const float* parameters) {
  return A::value(x, parameters_of<Rate, A>(parameters));
}

Samples random_samples(std::size_t columns, std::size_t count, std::uint64_t seed) {
  Random random(seed);
  Samples samples;
  samples.columns = columns;
  for (std::size_t i = 0; i < columns * count; ++i) samples.inputs.push_back(3 * random.uniform() - 1.5f);
  for (std::size_t i = 0; i < count; ++i) samples.targets.push_back(2 * random.uniform() - 1);
  return samples;
}

/// A small regression network with whatever the seed decides.
Setup random_setup(const char* activation, std::uint64_t seed) {
  Random random(seed);
  const auto choose = [&random](std::uint32_t count) { return random.next() % count; };
  Setup setup = make_setup({}, activation);
  setup.layers.clear();
  setup.task = Task::regression;
  setup.loss = choose_loss("half_squared");
  setup.columns = 1 + choose(3);
  std::size_t inputs = setup.columns;
  const std::uint32_t depth = 1 + choose(3);
  for (std::uint32_t l = 0; l < depth; ++l) {
    LayerSetup layer = make_layer(1 + choose(6), activation);
    layer.bias = choose(4) != 0;
    layer.normalization = Normalization{static_cast<int>(choose(3))};
    layer.residual = layer.width == inputs && choose(2) == 0;
    setup.layers.push_back(layer);
    inputs = layer.width;
  }
  setup.layers.push_back(make_layer(1, choose(3) == 0 ? activation : "identity"));
  setup.batch_size = 0;
  setup.shuffle = false;
  setup.hyper.learning_rate = 0;
  return setup;
}

std::vector<double> automatic_gradient(const ReferenceNetwork& reference,
                                       const std::vector<double>& parameters, const Samples& samples) {
  std::vector<Rate> numbers(parameters.begin(), parameters.end());
  std::vector<double> gradient;
  for (Rate& number : numbers) {
    number.tangent = Reference(1.0);
    gradient.push_back(reference.loss(numbers, samples).tangent.value);
    number.tangent = Reference(0.0);
  }
  return gradient;
}

/// How far the gradient moves if every parameter moves by two roundings: a layer normalisation of nearly
/// equal numbers magnifies them.
double rounding_error(const ReferenceNetwork& reference, std::vector<double> parameters,
                      const Samples& samples, const std::vector<double>& gradient) {
  double largest = 0;
  for (std::size_t i = 0; i < parameters.size(); ++i) parameters[i] *= i % 3 == 0 ? 1 - 0x1p-23 : 1 + 0x1p-23;
  const std::vector<double> moved = automatic_gradient(reference, parameters, samples);
  for (std::size_t i = 0; i < gradient.size(); ++i)
    largest = std::max(largest, std::fabs(moved[i] - gradient[i]));
  return largest;
}

void check_gradient(const Setup& setup, const Samples& samples, RateFunction activation) {
  const TrainerCreation creation = Trainer::create(setup, samples, {.columns = samples.columns});
  REQUIRE(creation.trainer);
  Trainer& trainer = *creation.trainer;
  Random random(samples.size());
  std::vector<float> parameters = trainer.parameters();
  for (float& parameter : parameters) parameter += random.uniform() - 0.5f;
  REQUIRE(trainer.set_parameters(parameters).empty());
  REQUIRE(trainer.step() == 1);
  const std::vector<float> gradient = trainer.gradient();

  const ReferenceNetwork reference(setup, activation);
  const std::vector<double> numbers(parameters.begin(), parameters.end());
  const std::vector<double> expected = automatic_gradient(reference, numbers, samples);
  double largest = 0.01;
  for (const double number : expected) largest = std::max(largest, std::fabs(number));
  const double tolerance = 2e-5 * largest + 100 * rounding_error(reference, numbers, samples, expected);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(i);
    CHECK(std::fabs(gradient[i] - expected[i]) <= tolerance);
  }
}

TEST_CASE_TEMPLATE_DEFINE("gradients agree with automatic differentiation", A, gradients) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Setup setup = random_setup(A::info.key.data(), seed);
    CAPTURE(A::info.key);
    CAPTURE(seed);
    for (const std::size_t count : {std::size_t{3}, std::size_t{10}, std::size_t{21}})
      check_gradient(setup, random_samples(setup.columns, count, seed), activation_of<A>);
  }
}
TEST_CASE_TEMPLATE_APPLY(gradients, ActivationTypes);

}  // namespace
}  // namespace lab::testing
