#include "network/divergence.h"

#include <doctest/doctest.h>

#include <cmath>

#include "network/labelled_points.h"

namespace lab::testing {
namespace {

Setup regression(const char* activation) {
  Setup setup = make_setup({2, 2}, activation);
  setup.task = Task::regression;
  setup.loss = choose_loss("half_squared");
  setup.shuffle = false;
  return setup;
}

/// Trains with these parameters and returns where it diverges; the parameters must stay.
Divergence divergence_of(const Setup& setup, const std::vector<float>& parameters) {
  const auto trainer = make_trainer(setup);
  REQUIRE(trainer->set_parameters(parameters).empty());
  CHECK(trainer->step(5) == 0);
  CHECK(trainer->parameters() == parameters);
  REQUIRE(trainer->divergence());
  CHECK(trainer->divergence()->step == 0);
  return *trainer->divergence();
}

/// Of a 2-2-2-1 network: every weight and bias the same, then one of them.
std::vector<float> parameters_of(float all, std::size_t index = 0, float one = 0) {
  std::vector<float> parameters(15, all);
  if (one != 0) parameters[index] = one;
  return parameters;
}

constexpr std::size_t first_bias = 4, second_weights = 6, second_bias = 10, last_weights = 12, last_bias = 14;

constexpr Divergence at(std::size_t layer, Quantity quantity) {
  return {.step = 0, .layer = layer, .quantity = quantity};
}

TEST_CASE("a forward pass that overflows") {
  // Activations overwrite pre-activations in plain layers, but not where there is a residual sum.
  for (const bool is_plain : {true, false}) {
    CAPTURE(is_plain);
    Setup setup = regression("exponential");
    setup.layers[1].residual = !is_plain;
    CHECK(divergence_of(setup, parameters_of(0.1f, first_bias, 100)) == at(0, Quantity::activation));
    CHECK(divergence_of(setup, parameters_of(0.1f, second_bias, 100)) == at(1, Quantity::activation));

    setup = regression("relu");
    setup.layers[1].residual = !is_plain;
    std::vector<float> parameters = parameters_of(1);
    parameters[first_bias] = parameters[second_weights] = 3e20f;
    CHECK(divergence_of(setup, parameters) == at(1, Quantity::pre_activation));

    // Tanh makes a finite number of an infinite one, which came first all the same.
    setup.layers[1].activation = choose_activation("tanh");
    setup.hyper.learning_rate = 10;
    parameters[last_bias] = 3e38f;
    CHECK(divergence_of(setup, parameters) == at(1, Quantity::pre_activation));
  }
  Setup setup = regression("identity");
  setup.layers[2].activation = choose_activation("square");
  CHECK(divergence_of(setup, parameters_of(0.1f, last_bias, 1e30f)) == at(2, Quantity::activation));
}

TEST_CASE("a loss whose gradient overflows") {
  Setup setup = regression("identity");
  setup.loss = choose_loss("mse");
  CHECK(divergence_of(setup, parameters_of(0.1f, last_bias, 3e38f)) == at(2, Quantity::delta));
}

TEST_CASE("a backward pass that overflows") {
  // Behind a large weight.
  std::vector<float> parameters = parameters_of(1e-25f, last_bias, 1e20f);
  parameters[last_weights] = 3e20f;
  CHECK(divergence_of(regression("identity"), parameters) == at(1, Quantity::delta));
  // A large delta times a large activation.
  CHECK(divergence_of(regression("identity"), parameters_of(1e-3f, second_bias, 1e30f)) ==
        at(2, Quantity::gradient));
}

TEST_CASE("an update that overflows") {
  Setup setup = regression("identity");
  setup.hyper.learning_rate = 1000;
  CHECK(divergence_of(setup, parameters_of(1e-10f, last_bias, 1e36f)) == at(2, Quantity::parameters));
}

TEST_CASE("running statistics diverge in the layer they belong to") {
  Setup setup = regression("tanh");
  setup.layers[1].normalization = Normalization::batch;
  const auto trainer = make_trainer(setup);
  std::vector<float> parameters = trainer->parameters();
  // Squares of the second layer's sums overflow, but not the sums.
  parameters[6] = 1e25f;
  REQUIRE(trainer->set_parameters(parameters).empty());
  CHECK(trainer->step() == 0);
  REQUIRE(trainer->divergence());
  CHECK(*trainer->divergence() == Divergence{.step = 0, .layer = 1, .quantity = Quantity::parameters});
  CHECK(std::isfinite(trainer->evaluate(Split::train).loss));
}

Setup too_fast(const char* optimizer) {
  Setup setup = regression("relu");
  setup.loss = choose_loss("mse");
  choose_optimizer(setup, optimizer);
  setup.hyper.learning_rate = 1000;
  return setup;
}

TEST_CASE("a training that diverged goes on from the last good step with a lower rate") {
  for (const char* optimizer : {"sgd", "momentum", "nesterov", "rmsprop", "adam"}) {
    CAPTURE(optimizer);
    const auto trainer = make_trainer(too_fast(optimizer));
    // Adam's steps are no longer than its rate: larger and larger weights overflow in every case.
    std::vector<float> parameters = trainer->parameters();
    trainer->step(3);
    for (int i = 0; i < 50 && !trainer->divergence(); ++i) {
      for (float& parameter : parameters) parameter *= 1e6f;
      REQUIRE(trainer->set_parameters(parameters).empty());
      trainer->step(3);
    }
    REQUIRE(trainer->divergence());
    const std::uint64_t steps = trainer->steps(), hash = trainer->hash();
    const std::string document = trainer->save();
    CHECK(trainer->step() == 0);

    HyperParameters hyper = trainer->setup().hyper;
    hyper.learning_rate = 1e-30;
    hyper.clip_norm = 1;
    REQUIRE(trainer->set_hyper_parameters(hyper).empty());
    CHECK_FALSE(trainer->divergence());
    CHECK(trainer->hash() == hash);
    std::vector<float> small = trainer->parameters();
    for (float& number : small) number = 0.01f;
    REQUIRE(trainer->set_parameters(small).empty());
    CHECK(trainer->step(20) == 20);
    CHECK(trainer->steps() == steps + 20);

    // As if the document had been opened elsewhere.
    const auto loaded = Trainer::load(document).trainer;
    REQUIRE(loaded);
    REQUIRE(loaded->divergence());
    REQUIRE(loaded->set_hyper_parameters(hyper).empty());
    REQUIRE(loaded->set_parameters(small).empty());
    CHECK(loaded->step(20) == 20);
    CHECK(loaded->hash() == trainer->hash());
  }
}

TEST_CASE("a lower rate makes of the step that failed what it makes of a fresh one") {
  for (const char* optimizer : {"sgd", "momentum", "nesterov"}) {
    CAPTURE(optimizer);
    Setup setup = regression("identity");
    choose_optimizer(setup, optimizer);
    setup.hyper.learning_rate = 1000;
    const std::vector<float> parameters = parameters_of(1e-10f, last_bias, 1e36f);
    const auto trainer = make_trainer(setup);
    REQUIRE(trainer->set_parameters(parameters).empty());
    REQUIRE(trainer->step() == 0);
    setup.hyper.learning_rate = 0.1;
    REQUIRE(trainer->set_hyper_parameters(setup.hyper).empty());
    CHECK(trainer->step() == 1);

    const auto fresh = make_trainer(setup);
    REQUIRE(fresh->set_parameters(parameters).empty());
    CHECK(fresh->step() == 1);
    CHECK(trainer->hash() == fresh->hash());
  }
}

TEST_CASE("hyper-parameters that are refused leave a divergence alone") {
  const auto trainer = make_trainer(too_fast("sgd"));
  trainer->step(10000);
  REQUIRE(trainer->divergence());
  HyperParameters hyper = trainer->setup().hyper;
  hyper.l2 = -1;
  CHECK_FALSE(trainer->set_hyper_parameters(hyper).empty());
  CHECK(trainer->divergence());
}

}  // namespace
}  // namespace lab::testing
