#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <set>

#include "network/labelled_points.h"

namespace lab::testing {
namespace {

Setup setup_with(const char* optimizer) {
  Setup setup = make_setup({6, 5}, "tanh");
  choose_optimizer(setup, optimizer);
  setup.layers[1].normalization = Normalization::batch;
  setup.hyper.learning_rate = 0.01;
  return setup;
}

TEST_CASE("training is the same however the steps are cut") {
  for (const char* optimizer : {"sgd", "adam", "lion"}) {
    CAPTURE(optimizer);
    const auto whole = make_trainer(setup_with(optimizer)), cut = make_trainer(setup_with(optimizer)),
               by_samples = make_trainer(setup_with(optimizer)),
               by_epochs = make_trainer(setup_with(optimizer));
    const std::uint64_t per_epoch = whole->steps_per_epoch();
    CHECK(whole->step(25 * per_epoch) == 25 * per_epoch);
    for (std::uint64_t done = 0, slice = 1; done < 25 * per_epoch; slice = slice % 7 + 1) {
      done += cut->step(std::min<std::uint64_t>(slice, 25 * per_epoch - done));
      static_cast<void>(cut->evaluate(Split::test));
    }
    while (by_samples->epochs() < 25) by_samples->step_samples(3);
    by_epochs->run_epochs(20);
    by_epochs->run_epochs(5);
    CHECK(cut->hash() == whole->hash());
    CHECK(by_epochs->hash() == whole->hash());
    CHECK(by_epochs->epochs() == 25);
    // The last call may have gone a sample or two into the next epoch, not a whole batch.
    CHECK(by_samples->hash() == whole->hash());
  }
}

TEST_CASE("reset goes back to the same weights, reseed to others") {
  const auto trainer = make_trainer(setup_with("adam"));
  const std::uint64_t start = trainer->hash();
  trainer->step(30);
  const std::uint64_t trained = trainer->hash();
  CHECK(trained != start);
  trainer->reset();
  CHECK(trainer->hash() == start);
  CHECK(trainer->steps() == 0);
  trainer->step(30);
  CHECK(trainer->hash() == trained);
  trainer->reseed(2);
  CHECK(trainer->hash() != start);
  trainer->reseed(1);
  CHECK(trainer->hash() == start);
}

TEST_CASE("the order of the samples and the initial weights have seeds of their own") {
  Setup setup = setup_with("sgd");
  const auto one = make_trainer(setup);
  setup.shuffle_seed = 2;
  const auto other = make_trainer(setup);
  CHECK(one->hash() == other->hash());
  one->step(3);
  other->step(3);
  CHECK(one->hash() != other->hash());
}

TEST_CASE("an epoch presents every sample once, in an order of its own") {
  Setup setup = make_setup({3}, "relu");
  const auto trainer = make_trainer(setup, 23);
  std::vector<std::vector<std::size_t>> orders;
  for (int epoch = 0; epoch < 3; ++epoch) {
    std::vector<std::size_t> order;
    for (int i = 0; i < 23; ++i) {
      order.push_back(trainer->next_sample());
      trainer->step_samples();
    }
    CHECK(std::set<std::size_t>(order.begin(), order.end()).size() == 23);
    orders.push_back(order);
  }
  CHECK(orders[0] != orders[1]);
  CHECK(orders[1] != orders[2]);
  CHECK(trainer->epochs() == 3);
  CHECK(trainer->samples_seen() == 69);
}

TEST_CASE("samples left over are kept or dropped") {
  Setup setup = make_setup({3}, "relu");
  CHECK(make_trainer(setup, 23)->steps_per_epoch() == 3);
  setup.leftover = Leftover::drop;
  CHECK(make_trainer(setup, 23)->steps_per_epoch() == 2);
  setup.leftover = Leftover::keep;
  CHECK(make_trainer(setup, 21)->steps_per_epoch() == 3);
  setup.layers[0].normalization = Normalization::batch;
  CHECK(make_trainer(setup, 21)->steps_per_epoch() == 2);
  setup.batch_size = 0;
  CHECK(make_trainer(setup, 21)->steps_per_epoch() == 1);
}

TEST_CASE("hyper-parameters change without a reset") {
  const auto trainer = make_trainer(setup_with("sgd"));
  trainer->step(5);
  const std::uint64_t before = trainer->hash();
  HyperParameters hyper = trainer->setup().hyper;
  hyper.learning_rate = 0;
  CHECK(trainer->set_hyper_parameters(hyper).empty());
  const std::vector<float> parameters = trainer->parameters();
  trainer->step(5);
  CHECK(trainer->parameters() == parameters);
  CHECK(trainer->steps() == 10);
  hyper.learning_rate = -1;
  const Problems problems = trainer->set_hyper_parameters(hyper);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].path == "learningRate");
  CHECK(trainer->setup().hyper.learning_rate == 0);
  CHECK(before != 0);
}

TEST_CASE("a network learns") {
  Setup setup = make_setup({8}, "tanh");
  setup.hyper.learning_rate = 0.5;
  const auto trainer = make_trainer(setup, 200, 100);
  const double before = trainer->evaluate(Split::train).loss;
  trainer->run_epochs(300);
  const Evaluation train = trainer->evaluate(Split::train), test = trainer->evaluate(Split::test);
  CHECK(train.loss < 0.3 * before);
  CHECK(train.score > 0.95);
  CHECK(test.score > 0.8);
}

TEST_CASE("PReLU's slope is learned") {
  Setup setup = make_setup({4}, "prelu");
  const auto trainer = make_trainer(setup);
  CHECK(trainer->parameters()[12] == 0.25f);
  trainer->step(20);
  CHECK(trainer->parameters()[12] != 0.25f);
}

TEST_CASE("divergence is found where it begins, and the last finite weights stay") {
  Setup setup = make_setup({4}, "relu");
  setup.task = Task::regression;
  setup.loss = choose_loss("mse");
  setup.hyper.learning_rate = 1000;
  const auto trainer = make_trainer(setup);
  const std::uint64_t taken = trainer->step(1000);
  CHECK(taken < 1000);
  REQUIRE(trainer->divergence());
  CHECK(trainer->divergence()->step == taken);
  CHECK(trainer->steps() == taken);
  for (const float parameter : trainer->parameters()) CHECK(std::isfinite(parameter));
  CHECK(trainer->step() == 0);
  CHECK(trainer->step_samples(100) == 0);

  // Up to there it is the run of a trainer that is never asked for more.
  const auto again = make_trainer(setup);
  CHECK(again->step(taken) == taken);
  CHECK(again->hash() == trainer->hash());
  CHECK_FALSE(again->divergence());

  trainer->reset();
  CHECK_FALSE(trainer->divergence());
  CHECK(trainer->step() == 1);
}

TEST_CASE("naive cross-entropy diverges at its gradient, cross-entropy with logits does not") {
  Setup setup = make_setup({}, "tanh");
  setup.layers[0].activation = choose_activation("sigmoid");
  setup.loss = choose_loss("naive_bce");
  const std::vector<float> saturating = {100, 0, 0};
  const auto naive = make_trainer(setup);
  REQUIRE(naive->set_parameters(saturating).empty());
  CHECK(naive->step() == 0);
  REQUIRE(naive->divergence());
  CHECK(*naive->divergence() == Divergence{.step = 0, .layer = 0, .quantity = Quantity::delta});
  CHECK(naive->parameters() == saturating);
  CHECK_FALSE(std::isfinite(naive->evaluate(Split::train).loss));

  const auto with_logits = make_trainer(make_setup({}, "tanh"));
  REQUIRE(with_logits->set_parameters(saturating).empty());
  CHECK(with_logits->step(50) == 50);
}

TEST_CASE("numbers beyond a batch never reach it") {
  // The pre-activations of the outlier overflow; until its own batch comes, nothing may show.
  Setup setup = make_setup({4}, "exponential");
  setup.shuffle = false;
  setup.batch_size = 3;
  Samples train = labelled_points(6);
  train.inputs[3] = 3e38f;
  const auto trainer = Trainer::create(setup, train, no_samples()).trainer;
  CHECK(trainer->step(2) == 1);
  REQUIRE(trainer->divergence());
  CHECK(trainer->divergence()->step == 1);
}

TEST_CASE("parameters are checked before they are set") {
  const auto trainer = make_trainer(make_setup({2}, "tanh"));
  CHECK(trainer->parameter_count() == 9);
  std::vector<float> parameters(9, 0.5f);
  CHECK(trainer->set_parameters(parameters).empty());
  CHECK(trainer->parameters() == parameters);
  parameters[4] = std::numeric_limits<float>::quiet_NaN();
  CHECK(trainer->set_parameters(parameters).at(0).path == "parameters[4]");
  CHECK(trainer->set_parameters(std::vector<float>(8)).at(0).code == ProblemCode::out_of_range);
  CHECK(trainer->parameters() == std::vector<float>(9, 0.5f));
}

TEST_CASE("predictions are those of the evaluation") {
  Setup setup = make_setup({5}, "tanh");
  setup.loss = choose_loss("mse");
  setup.task = Task::regression;
  const auto trainer = make_trainer(setup, 150, 5);
  trainer->step(10);
  const Samples& train = trainer->samples(Split::train);
  const std::vector<float> outputs = trainer->predict(train.inputs);
  REQUIRE(outputs.size() == 150);
  double loss = 0;
  for (std::size_t i = 0; i < 150; ++i)
    loss += std::pow(double{outputs[i]} - double{train.targets[i]}, 2) / 150;
  CHECK(trainer->evaluate(Split::train).loss == doctest::Approx(loss));
}

TEST_CASE("a trainer beyond the memory budget is refused with its number") {
  Setup setup = make_setup({}, "tanh");
  for (int i = 0; i < 60; ++i) setup.layers.insert(setup.layers.begin(), make_layer(256, "tanh"));
  choose_optimizer(setup, "adam");
  const TrainerCreation creation = Trainer::create(setup, labelled_points(100), no_samples());
  CHECK_FALSE(creation.trainer);
  REQUIRE(creation.problems.size() == 1);
  CHECK(creation.problems[0].code == ProblemCode::too_large);
  CHECK(creation.problems[0].minimum > creation.problems[0].maximum);
  CHECK(creation.problems[0].maximum == memory_budget);
}

TEST_CASE("data are checked") {
  const Setup setup = make_setup({2}, "tanh");
  const auto problems_of = [&](const Samples& samples) {
    return Trainer::create(setup, samples, no_samples()).problems;
  };
  Samples samples = labelled_points(5);
  CHECK(problems_of(samples).empty());
  samples.targets[2] = 2;
  CHECK(problems_of(samples).at(0).path == "train.targets[2]");
  samples = labelled_points(5);
  samples.inputs[7] = std::numeric_limits<float>::infinity();
  CHECK(problems_of(samples).at(0).path == "train.inputs[7]");
  samples.inputs.pop_back();
  CHECK(problems_of(samples).at(0).path == "train.inputs");
  samples.columns = 3;
  CHECK(problems_of(samples).at(0) == Problem{ProblemCode::incompatible, "train.columns", 0, 2});
  CHECK(problems_of(no_samples()).at(0).code == ProblemCode::missing);
}

}  // namespace
}  // namespace lab::testing
