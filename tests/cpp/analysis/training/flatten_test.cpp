#include "analysis/training/flatten.h"

#include <doctest/doctest.h>

#include "analysis/training/life_log.h"
#include "analysis/training/observer.h"
#include "network/labelled_points.h"

namespace lab::testing {
namespace {

std::unique_ptr<Trainer> varied_trainer() {
  Setup setup = make_setup({3, 4}, "prelu");
  setup.layers[0].normalization = Normalization::batch;
  setup.layers[1].bias = false;
  auto trainer = make_trainer(setup);
  trainer->step(5);
  return trainer;
}

TEST_CASE("an observation is flattened in the order of its members") {
  const auto trainer = varied_trainer();
  Observer observer(*trainer);
  const ObservationOptions options{.bins = 5};
  Observation& observation = observer.observe(options);
  LifeLog().record(observation);
  const std::vector<double> numbers = flatten(observation);
  REQUIRE(numbers.size() == flattened_size(trainer->network(), options));
  std::size_t at = 0;
  const auto check = [&](const Distribution& distribution) {
    CHECK(numbers[at++] == distribution.mean);
    CHECK(numbers[at++] == distribution.deviation);
    CHECK(numbers[at++] == distribution.histogram.lower);
    CHECK(numbers[at++] == distribution.histogram.upper);
    for (const std::uint32_t count : distribution.histogram.counts) CHECK(numbers[at++] == count);
  };
  for (const LayerObservation& layer : observation.layers) {
    check(layer.pre_activation);
    check(layer.activation);
    CHECK(numbers[at++] == layer.saturated);
    CHECK(numbers[at++] == layer.weight_gradient_norm);
    CHECK(numbers[at++] == layer.pre_activation_gradient_norm);
    CHECK(numbers[at++] == layer.update_ratio.value());
    CHECK(numbers[at++] == layer.effective_rank);
    for (const UnitObservation& unit : layer.units) {
      check(unit.pre_activation);
      check(unit.activation);
      CHECK(numbers[at++] == unit.saturated);
      CHECK(numbers[at++] == unit.active);
      CHECK(numbers[at++] == (unit.dead ? 1 : 0));
      CHECK(numbers[at] != numbers[at]);
      CHECK(numbers[at + 1] != numbers[at + 1]);
      at += 2;
      CHECK(numbers[at++] == unit.sign_agreement);
    }
  }
  CHECK(at == numbers.size());
}

TEST_CASE("a trace is flattened with what each layer has") {
  const auto trainer = varied_trainer();
  const Trace trace = trace_sample(*trainer, Split::train, 3);
  const std::vector<float> numbers = flatten(trace);
  std::size_t at = 0;
  const auto check = [&](const std::optional<TracedNumber>& number) {
    if (!number) return;
    CHECK(numbers[at++] == number->value);
    CHECK(numbers[at++] == number->gradient);
  };
  for (const LayerTrace& layer : trace.layers) {
    for (const float input : layer.inputs) CHECK(numbers[at++] == input);
    for (const UnitTrace& unit : layer.units) {
      for (const TracedNumber& weight : unit.weights) CHECK(numbers[at++] == weight.value);
      for (const TracedNumber& weight : unit.weights) CHECK(numbers[at++] == weight.gradient);
      for (const float product : unit.products) CHECK(numbers[at++] == product);
      check(unit.bias);
      CHECK(numbers[at++] == unit.linear);
      if (unit.normalized) CHECK(numbers[at++] == *unit.normalized);
      check(unit.scale);
      check(unit.shift);
      for (const float number :
           {unit.pre_activation, unit.activation, unit.slope, unit.output, unit.output_gradient, unit.delta})
        CHECK(numbers[at++] == number);
    }
    check(layer.learned_slope);
  }
  for (const float target : trace.targets) CHECK(numbers[at++] == target);
  CHECK(at == numbers.size());
}

TEST_CASE("collapsed layers and agreements are flattened") {
  const CollapsedLayers layers{
      .inputs = 2, .units = 1, .weights = {3, 4}, .bias = {5}, .largest_difference = 6};
  CHECK(flatten(layers) == std::vector<double>{2, 1, 6, 3, 4, 5});
  CHECK(flatten({{{.agreement = 1, .unanimous = 2}}, {{.agreement = 3, .unanimous = 4}}}) ==
        std::vector<double>{1, 2, 3, 4});
}

}  // namespace
}  // namespace lab::testing
