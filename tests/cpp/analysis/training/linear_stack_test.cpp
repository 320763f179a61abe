#include "analysis/training/linear_stack.h"

#include <doctest/doctest.h>

#include <cmath>

#include "analysis/training/reference_evaluation.h"
#include "network/labelled_points.h"

namespace lab::testing {
namespace {

/// A trainer of identity layers with a little of everything that is affine.
Setup affine_setup(bool normalizes) {
  Setup setup = make_setup({6, 6, 3}, "identity");
  setup.layers[1].residual = true;
  setup.layers[2].bias = false;
  if (normalizes) setup.layers[0].normalization = setup.layers[1].normalization = Normalization::batch;
  setup.task = Task::regression;
  setup.loss = choose_loss("mse");
  return setup;
}

/// What the map makes of numbers.
std::vector<double> image_of(const CollapsedLayers& map, const std::vector<double>& x) {
  std::vector<double> result = map.bias;
  for (std::size_t u = 0; u < map.units; ++u)
    for (std::size_t i = 0; i < map.inputs; ++i) result[u] += map.weights[u * map.inputs + i] * x[i];
  return result;
}

TEST_CASE("a stack of identity layers is one matrix") {
  for (const bool normalizes : {false, true}) {
    CAPTURE(normalizes);
    const auto trainer = make_trainer(affine_setup(normalizes), 150);
    trainer->step(30);
    const CollapsedLayers map = collapse_layers(*trainer, {0, 3});
    REQUIRE(map.inputs == 2);
    REQUIRE(map.units == 1);
    CHECK(map.largest_difference < 3e-6);
    CHECK(map.largest_difference > 0);

    // Entry by entry: what the outputs do when one input does something.
    const ReferenceEvaluation reference(*trainer);
    const auto output = [&](double x1, double x2) {
      return reference.run({Rate(x1), Rate(x2)}).back().activation[0].value.value;
    };
    CHECK(map.bias[0] == doctest::Approx(output(0, 0)).epsilon(1e-9));
    CHECK(map.weights[0] == doctest::Approx(output(1, 0) - output(0, 0)).epsilon(1e-9));
    CHECK(map.weights[1] == doctest::Approx(output(0, 1) - output(0, 0)).epsilon(1e-9));
  }
}

TEST_CASE("a run of layers starts from what enters it") {
  const auto trainer = make_trainer(affine_setup(true));
  trainer->step(30);
  const CollapsedLayers map = collapse_layers(*trainer, {1, 2});
  REQUIRE(map.inputs == 6);
  REQUIRE(map.units == 3);
  CHECK(map.largest_difference < 3e-6);
  const ReferenceEvaluation reference(*trainer);
  const auto pass = reference.run({Rate(0.5), Rate(-1.5)});
  std::vector<double> x;
  for (const Rate& number : pass[1].x) x.push_back(number.value.value);
  const std::vector<double> result = image_of(map, x);
  for (std::size_t u = 0; u < 3; ++u)
    CHECK(result[u] == doctest::Approx(pass[2].activation[u].value.value).epsilon(1e-9));
}

TEST_CASE("one layer that is not affine breaks the panel") {
  Setup setup = affine_setup(false);
  setup.layers[1].activation = choose_activation("relu");
  const auto trainer = make_trainer(setup);
  trainer->step(30);
  const CollapsedLayers map = collapse_layers(*trainer, {0, 3});
  CHECK(map.largest_difference > 0.01);
  // The largest one, over all samples.
  const ReferenceEvaluation reference(*trainer);
  double expected = 0;
  for (std::size_t s = 0; s < 37; ++s) {
    const auto inputs = reference.inputs_of(s);
    const double collapsed = image_of(map, {inputs[0].value.value, inputs[1].value.value})[0];
    const double seen = reference.run(inputs).back().activation[0].value.value;
    expected = std::max(expected, std::fabs(collapsed - seen));
  }
  CHECK(map.largest_difference == doctest::Approx(expected).epsilon(1e-4));

  setup = affine_setup(false);
  setup.layers[0].normalization = Normalization::layer;
  CHECK(collapse_layers(*make_trainer(setup), {0, 3}).largest_difference > 0.01);
}

TEST_CASE("a difference that is no number stays so") {
  Setup setup = make_setup({2}, "exponential");
  const auto trainer = make_trainer(setup, 150);
  std::vector<float> parameters = trainer->parameters();
  // Infinite minus infinite for one half of the points only.
  parameters = {200, 0, 200, 0, 0, 0, 1, -1, 0};
  REQUIRE(trainer->set_parameters(parameters).empty());
  CHECK(std::isnan(collapse_layers(*trainer, {0, 1}).largest_difference));
}

TEST_CASE("runs of affine layers") {
  Setup setup = make_setup({3, 3, 3, 3, 3}, "identity");
  CHECK(affine_runs(Network(setup)) == std::vector<LayerRun>{{0, 5}});
  setup.layers[1].normalization = Normalization::layer;
  setup.layers[2].normalization = Normalization::batch;
  setup.layers[4].activation = choose_activation("relu");
  CHECK(affine_runs(Network(setup)) == std::vector<LayerRun>{{0, 0}, {2, 3}, {5, 5}});
  for (LayerSetup& layer : setup.layers) layer.activation = choose_activation("tanh");
  CHECK(affine_runs(Network(setup)).empty());
}

}  // namespace
}  // namespace lab::testing
