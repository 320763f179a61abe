#include "analysis/training/trace.h"

#include <doctest/doctest.h>

#include <cmath>

#include "activations/registry.h"
#include "analysis/training/observer.h"
#include "analysis/training/random_trainers.h"
#include "analysis/training/reference_evaluation.h"
#include "network/labelled_points.h"

namespace lab::testing {
namespace {

/// The gradients of a trace in the trainer's order.
std::vector<float> gradients_of(const Trace& trace) {
  std::vector<float> result;
  for (const LayerTrace& layer : trace.layers) {
    for (const UnitTrace& unit : layer.units)
      for (const TracedNumber& weight : unit.weights) result.push_back(weight.gradient);
    for (const UnitTrace& unit : layer.units)
      if (unit.bias) result.push_back(unit.bias->gradient);
    for (const UnitTrace& unit : layer.units)
      if (unit.scale) result.push_back(unit.scale->gradient);
    for (const UnitTrace& unit : layer.units)
      if (unit.shift) result.push_back(unit.shift->gradient);
    if (layer.learned_slope) result.push_back(layer.learned_slope->gradient);
  }
  return result;
}

std::vector<float> values_of(const Trace& trace) {
  Trace copy = trace;
  for (LayerTrace& layer : copy.layers) {
    for (UnitTrace& unit : layer.units) {
      for (TracedNumber& weight : unit.weights) weight.gradient = weight.value;
      for (std::optional<TracedNumber>* number : {&unit.bias, &unit.scale, &unit.shift})
        if (*number) (*number)->gradient = (*number)->value;
    }
    if (layer.learned_slope) layer.learned_slope->gradient = layer.learned_slope->value;
  }
  return gradients_of(copy);
}

TEST_CASE("a trace shows the numbers of a training step of one sample") {
  for (const ActivationEntry* entry : activations()) {
    CAPTURE(entry->info.key);
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
      CAPTURE(seed);
      Setup setup = random_setup(entry->info.key, seed);
      for (LayerSetup& layer : setup.layers)
        if (layer.normalization == Normalization::batch) layer.normalization = Normalization::none;
      setup.batch_size = 1;
      setup.shuffle = false;
      const Samples samples = random_samples(setup, 3, seed);
      const auto trainer = Trainer::create(setup, samples, {.columns = setup.columns}).trainer;
      REQUIRE(trainer);
      const Trace trace = trace_sample(*trainer, Split::train, 0);
      CHECK(values_of(trace) == trainer->parameters());
      REQUIRE(trainer->step() == 1);
      CHECK(gradients_of(trace) == trainer->gradient());
    }
  }
}

TEST_CASE("the numbers of a trace follow from one another") {
  for (const char* activation : {"tanh", "relu", "prelu", "gelu", "step", "identity"}) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      CAPTURE(activation);
      CAPTURE(seed);
      const auto trainer = random_trainer(activation, seed, 20);
      const Trace trace = trace_sample(*trainer, Split::train, 13);
      for (std::size_t l = 0; l < trace.layers.size(); ++l) {
        const LayerShape& shape = trainer->network().layers()[l];
        const LayerTrace& layer = trace.layers[l];
        REQUIRE(layer.units.size() == shape.units);
        for (std::size_t u = 0; u < shape.units; ++u) {
          const UnitTrace& unit = layer.units[u];
          for (std::size_t i = 0; i < shape.inputs; ++i) {
            CHECK(unit.products[i] == unit.weights[i].value * layer.inputs[i]);
            CHECK(unit.weights[i].gradient == unit.delta * layer.inputs[i]);
            if (l > 0) CHECK(layer.inputs[i] == trace.layers[l - 1].units[i].output);
          }
          CHECK(unit.bias.has_value() == shape.has_bias);
          if (unit.bias) CHECK(unit.bias->gradient == unit.delta);
          CHECK(unit.output == unit.activation + (shape.is_residual ? layer.inputs[u] : 0.0f));
          if (shape.normalization == Normalization::none) {
            CHECK(unit.pre_activation == unit.linear);
            CHECK(unit.delta == unit.output_gradient * unit.slope);
            CHECK_FALSE(unit.normalized);
          } else {
            REQUIRE(unit.normalized);
            CHECK(unit.pre_activation == *unit.normalized * unit.scale->value + unit.shift->value);
            CHECK(unit.shift->gradient == unit.output_gradient * unit.slope);
            CHECK(unit.scale->gradient == unit.output_gradient * unit.slope * *unit.normalized);
          }
        }
      }
    }
  }
}

TEST_CASE("a trace agrees with a naive network") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    const auto trainer = random_trainer("tanh", seed, 30);
    const ReferenceEvaluation reference(*trainer);
    const std::size_t sample = 29;
    const Trace trace = trace_sample(*trainer, Split::train, sample);
    const auto pass = reference.run(reference.inputs_of(sample));
    CHECK(trace.loss ==
          doctest::Approx(reference.loss(pass.back().activation, sample).value.value).epsilon(1e-5));
    CHECK(trace.targets.size() == trainer->network().output_width());
    for (std::size_t l = 0; l < pass.size(); ++l) {
      for (std::size_t u = 0; u < pass[l].linear.size(); ++u) {
        const UnitTrace& unit = trace.layers[l].units[u];
        const auto close = [](double seen, double expected) {
          CHECK(std::fabs(seen - expected) < 2e-5 * std::max(1.0, std::fabs(expected)));
        };
        close(unit.linear, pass[l].linear[u].value.value);
        close(unit.pre_activation, pass[l].pre_activation[u].value.value);
        close(unit.output, pass[l].activation[u].value.value);
        close(unit.slope, pass[l].slope[u]);
        const auto raised =
            reference.run(reference.inputs_of(sample), ReferenceEvaluation::Raised{.layer = l, .unit = u});
        close(unit.delta, reference.loss(raised.back().activation, sample).tangent.value);
      }
    }
  }
}

TEST_CASE("the traces of all samples make up an observation") {
  const auto trainer = random_trainer("tanh", 5, 21);
  Observer observer(*trainer);
  const Observation& seen = observer.observe();
  for (std::size_t l = 0; l < seen.layers.size(); ++l) {
    double mean = 0, squares = 0, loss = 0;
    for (std::size_t s = 0; s < 21; ++s) {
      const Trace trace = trace_sample(*trainer, Split::train, s);
      loss += trace.loss / 21;
      for (const UnitTrace& unit : trace.layers[l].units) {
        mean += double{unit.pre_activation} / (21 * static_cast<double>(trace.layers[l].units.size()));
        squares += std::pow(double{unit.delta} / 21, 2);
      }
    }
    CHECK(seen.layers[l].pre_activation.mean == doctest::Approx(mean).epsilon(1e-9));
    CHECK(seen.layers[l].pre_activation_gradient_norm == doctest::Approx(std::sqrt(squares)).epsilon(1e-5));
    CHECK(trainer->evaluate(Split::train).loss == doctest::Approx(loss).epsilon(1e-9));
  }
}

TEST_CASE("samples of the test data are traced too") {
  const auto trainer = make_trainer(make_setup({3}, "tanh"), 20, 7);
  const Trace trace = trace_sample(*trainer, Split::test, 6);
  const Samples& samples = trainer->samples(Split::test);
  CHECK(trace.layers[0].inputs == std::vector<float>{samples.inputs[6], samples.inputs[13]});
  CHECK(trace.targets == std::vector<float>{samples.targets[6]});
}

}  // namespace
}  // namespace lab::testing
