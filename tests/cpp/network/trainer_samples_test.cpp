#include <doctest/doctest.h>

#include <algorithm>

#include "network/labelled_points.h"

namespace lab::testing {
namespace {

Setup setup_with(const char* optimizer) {
  Setup setup = make_setup({6, 5}, "tanh");
  choose_optimizer(setup, optimizer);
  setup.layers[0].normalization = Normalization::batch;
  setup.hyper.learning_rate = 0.01;
  return setup;
}

TEST_CASE("the same data given again between two epochs change nothing") {
  for (const bool shuffle : {true, false}) {
    for (const char* optimizer : {"sgd", "adam", "lion"}) {
      CAPTURE(optimizer);
      CAPTURE(shuffle);
      Setup setup = setup_with(optimizer);
      setup.shuffle = shuffle;
      const auto trainer = make_trainer(setup), other = make_trainer(setup);
      for (int epoch = 0; epoch < 5; ++epoch) {
        trainer->run_epochs();
        other->run_epochs();
        REQUIRE(trainer->set_samples(labelled_points(37), labelled_points(11, 2, 4)).empty());
      }
      trainer->step(3);
      other->step(3);
      CHECK(trainer->hash() == other->hash());
      CHECK(trainer->gradient() == other->gradient());
      CHECK(trainer->steps() == other->steps());
      CHECK(trainer->samples_seen() == other->samples_seen());
      CHECK(trainer->evaluate(Split::test).loss == other->evaluate(Split::test).loss);
      trainer->reset();
      other->reset();
      CHECK(trainer->hash() == other->hash());
      CHECK(trainer->samples_seen() == 0);
    }
  }
}

TEST_CASE("other data change what is learned, not what was learned") {
  // Plain gradient descent writes its gradient only when asked for.
  for (const bool plain : {true, false}) {
    const auto trainer = make_trainer(plain ? make_setup({6}, "tanh") : setup_with("adam"));
    trainer->step_samples(95);
    const std::uint64_t hash = trainer->hash(), steps = trainer->steps(), seen = trainer->samples_seen();
    const std::vector<float> before(
        trainer->padded_parameters_before(),
        trainer->padded_parameters_before() + trainer->network().parameter_floats());
    const auto gradient = make_trainer(trainer->setup());
    gradient->step(steps);
    trainer->set_data_setup({.dataset = choose_dataset("circle")});

    Samples more = trainer->samples(Split::train);
    add_sample(more, std::vector<float>{0.5f, 0.25f}, 1);
    for (int i = 0; i < 80; ++i) add_sample(more, std::vector<float>{1.5f, 0.01f * static_cast<float>(i)}, 0);
    REQUIRE(trainer->set_samples(more, no_samples()).empty());
    CHECK(trainer->samples(Split::train) == more);
    CHECK(trainer->samples(Split::test).size() == 0);
    CHECK(trainer->hash() == hash);
    CHECK(trainer->steps() == steps);
    CHECK(trainer->epochs() == 2);
    CHECK(trainer->samples_seen() == seen);
    CHECK(trainer->gradient() == gradient->gradient());
    CHECK(std::equal(before.begin(), before.end(), trainer->padded_parameters_before()));
    CHECK(!trainer->last_batch());
    CHECK(!trainer->data_setup());
    CHECK(trainer->steps_per_epoch() == 12);
    trainer->step(12);
    CHECK(trainer->hash() != hash);
    CHECK(trainer->epochs() == 3);
    CHECK(trainer->samples_seen() == seen + more.size());
  }
}

TEST_CASE("a trainer whose data changed is saved with all it has seen") {
  const auto trainer = make_trainer(setup_with("adam"));
  trainer->step_samples(95);
  REQUIRE(trainer->set_samples(labelled_points(23), labelled_points(5)).empty());
  trainer->step_samples(31);
  const std::string document = trainer->save();
  const TrainerCreation loaded = Trainer::load(document);
  REQUIRE(loaded.trainer);
  CHECK(loaded.trainer->save() == document);
  CHECK(loaded.trainer->samples_seen() == 95 + 31);
  loaded.trainer->step(20);
  trainer->step(20);
  CHECK(loaded.trainer->hash() == trainer->hash());
}

TEST_CASE("data that are refused change nothing") {
  const auto trainer = make_trainer(setup_with("adam")), other = make_trainer(setup_with("adam"));
  trainer->step(5);
  other->step(5);
  const auto refused = [&](Samples train, Samples test) {
    const Problems problems = trainer->set_samples(std::move(train), std::move(test));
    return problems.empty() ? std::string("accepted") : problems[0].path;
  };
  CHECK(refused(no_samples(), no_samples()) == "train.targets");
  CHECK(refused({.columns = 1, .inputs = {1}, .targets = {1}}, no_samples()) == "train.columns");
  CHECK(refused(labelled_points(5), {.columns = 2, .inputs = {1, 2}, .targets = {7}}) == "test.targets[0]");
  // One sample has no deviation to normalise by.
  CHECK(refused(labelled_points(1), no_samples()) == "train.targets");
  CHECK(trainer->samples(Split::train) == labelled_points(37));
  trainer->step(9);
  other->step(9);
  CHECK(trainer->hash() == other->hash());
}

TEST_CASE("a training that diverged goes on with other data") {
  Setup setup = make_setup({4}, "relu");
  setup.task = Task::regression;
  setup.loss = choose_loss("mse");
  setup.hyper.learning_rate = 1000;
  const auto trainer = make_trainer(setup);
  trainer->step(1000);
  REQUIRE(trainer->divergence());
  const std::uint64_t hash = trainer->hash();
  REQUIRE(trainer->set_samples(labelled_points(20), no_samples()).empty());
  CHECK(!trainer->divergence());
  CHECK(trainer->hash() == hash);
}

TEST_CASE("initial weights that depend on the data do so from the next seed on") {
  Setup setup = make_setup({6}, "tanh");
  for (LayerSetup& layer : setup.layers) layer.initializer = choose_initializer("lsuv");
  const auto trainer = make_trainer(setup);
  const std::uint64_t start = trainer->hash();
  REQUIRE(trainer->set_samples(labelled_points(50, 2, 9), no_samples()).empty());
  trainer->reset();
  CHECK(trainer->hash() == start);
  trainer->reseed(setup.seed);
  CHECK(trainer->hash() != start);
}

}  // namespace
}  // namespace lab::testing
