#include "network/stop_rule.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/json_writer.h"
#include "network/labelled_points.h"

namespace lab::testing {
namespace {

struct Outcome {
  std::optional<StopReason> reason;
  std::uint64_t steps;
  std::uint64_t hash;
  StopState state;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

Setup learner() {
  Setup setup = make_setup({8}, "tanh");
  setup.hyper.learning_rate = 0.5;
  return setup;
}

/// Slices of changing length; 0: all at once.
Outcome run(const Setup& setup, const StopRule& rule, std::uint64_t slice) {
  REQUIRE(validate(rule).empty());
  const auto trainer = make_trainer(setup, 43);
  StopState state;
  std::optional<StopReason> reason;
  for (std::uint64_t i = 0; !reason && i < 100000; ++i)
    reason = run_until(*trainer, rule, state, slice == 0 ? 1u << 20 : 1 + (i * 7) % slice);
  REQUIRE(reason == state.reason);
  const Outcome outcome{reason, trainer->steps(), trainer->hash(), state};
  // Once there is a reason, nothing happens any more.
  CHECK(run_until(*trainer, rule, state, 100) == reason);
  CHECK(trainer->hash() == outcome.hash);
  return outcome;
}

/// The same for every slicing.
Outcome outcome_of(const Setup& setup, const StopRule& rule) {
  const Outcome whole = run(setup, rule, 0);
  for (const std::uint64_t slice : {1u, 2u, 5u, 13u, 100u}) CHECK(run(setup, rule, slice) == whole);
  return whole;
}

TEST_CASE("a run ends where its rule says, however it is cut") {
  // 43 samples in batches of 10: five steps an epoch.
  Outcome outcome = outcome_of(learner(), {.max_epochs = 7});
  CHECK(outcome.reason == StopReason::epochs);
  CHECK(outcome.steps == 35);
  outcome = outcome_of(learner(), {.max_steps = 33});
  CHECK(outcome.reason == StopReason::steps);
  CHECK(outcome.steps == 33);
  outcome = outcome_of(learner(), {.max_epochs = 7, .max_steps = 35});
  CHECK(outcome.reason == StopReason::epochs);

  outcome = outcome_of(learner(), {.loss_below = 0.3, .max_epochs = 1000});
  CHECK(outcome.reason == StopReason::loss);
  const auto trainer = make_trainer(learner(), 43);
  while (!(trainer->evaluate(Split::train).loss < 0.3)) trainer->run_epochs();
  CHECK(outcome.steps == trainer->steps());

  outcome = outcome_of(learner(), {.score_at_least = 0.9, .max_epochs = 1000});
  CHECK(outcome.reason == StopReason::score);
  trainer->reset();
  do trainer->run_epochs();
  while (trainer->evaluate(Split::train).score < 0.9);
  CHECK(outcome.steps == trainer->steps());
  CHECK(outcome.hash == trainer->hash());

  outcome = outcome_of(learner(), {.score_at_least = 0.8, .max_epochs = 1000, .split = Split::test});
  trainer->reset();
  do trainer->run_epochs();
  while (trainer->evaluate(Split::test).score < 0.8);
  CHECK(outcome.steps == trainer->steps());
}

TEST_CASE("evaluations may be rare, but the last epoch has one") {
  const StopRule every{.loss_below = 0.3, .max_epochs = 1000};
  StopRule rule = every;
  rule.evaluation_interval = 16;
  const Outcome often = outcome_of(learner(), every), rarely = outcome_of(learner(), rule);
  CHECK(rarely.steps >= often.steps);
  CHECK(rarely.steps % (5 * 16) == 0);
  rule.max_epochs = often.steps / 5;
  rule.evaluation_interval = 1'000'000;
  CHECK(outcome_of(learner(), rule).reason == StopReason::loss);
}

TEST_CASE("a run that goes on in a copy ends as if nothing had happened") {
  const StopRule rule{.plateau = Plateau{.epochs = 20, .tolerance = 0.01}, .max_epochs = 100000};
  const Outcome whole = run(learner(), rule, 0);
  REQUIRE(whole.reason == StopReason::plateau);
  for (std::uint64_t at = 0; at < whole.steps; at += 1 + whole.steps / 7) {
    CAPTURE(at);
    const auto original = make_trainer(learner(), 43);
    StopState state;
    CHECK_FALSE(run_until(*original, rule, state, at));
    const TrainerCreation loaded = Trainer::load(original->save());
    REQUIRE(loaded.trainer);
    Trainer& copy = *loaded.trainer;
    StopState restored{.lowest_loss = state.lowest_loss, .lowest_epoch = state.lowest_epoch};
    const auto reason = run_until(copy, rule, restored, 1u << 20);
    CHECK(Outcome{reason, copy.steps(), copy.hash(), restored} == whole);
  }
}

TEST_CASE("a plateau is where the loss has stopped falling") {
  Setup still = learner();
  still.hyper.learning_rate = 0;
  Outcome outcome = outcome_of(still, {.plateau = Plateau{.epochs = 10, .tolerance = 0}, .max_epochs = 1000});
  CHECK(outcome.reason == StopReason::plateau);
  // The first epoch is the lowest one.
  CHECK(outcome.state.lowest_epoch == 1);
  CHECK(outcome.steps == 5 * 11);

  const StopRule rule{.plateau = Plateau{.epochs = 20, .tolerance = 0.01}, .max_epochs = 100000};
  outcome = outcome_of(learner(), rule);
  CHECK(outcome.reason == StopReason::plateau);
  const auto trainer = make_trainer(learner(), 43);
  double lowest = INFINITY;
  std::uint64_t at = 0;
  do {
    trainer->run_epochs();
    const double loss = trainer->evaluate(Split::train).loss;
    if (loss < lowest * 0.99) {
      lowest = loss;
      at = trainer->epochs();
    }
  } while (trainer->epochs() - at < 20);
  CHECK(outcome.steps == trainer->steps());
  CHECK(outcome.state.lowest_loss == lowest);
  CHECK(outcome.state.lowest_epoch == at);
}

TEST_CASE("a run that diverges ends there") {
  Setup setup = make_setup({4}, "relu");
  setup.task = Task::regression;
  setup.loss = choose_loss("mse");
  setup.hyper.learning_rate = 1000;
  const Outcome outcome = outcome_of(setup, {.loss_below = 0.001, .max_steps = 10000});
  CHECK(outcome.reason == StopReason::divergence);
  CHECK(outcome.steps < 10000);
}

TEST_CASE("a run that has nothing to do takes no step") {
  const auto trainer = make_trainer(learner());
  trainer->step(20);
  const std::uint64_t hash = trainer->hash();
  StopState state;
  CHECK(run_until(*trainer, {.max_steps = 20}, state, 100) == StopReason::steps);
  state = {};
  CHECK(run_until(*trainer, {.max_epochs = 1}, state, 100) == StopReason::epochs);
  state = {};
  CHECK_FALSE(run_until(*trainer, {.max_epochs = 100}, state, 0));
  CHECK(trainer->hash() == hash);
  // No test data: their score is not a number.
  const auto blind = make_trainer(learner(), 43, 0);
  state = {};
  CHECK(run_until(*blind, {.score_at_least = 0, .max_epochs = 3, .split = Split::test}, state, 100) ==
        StopReason::epochs);
}

TEST_CASE("rules survive as JSON") {
  const StopRule rule{.loss_below = 0.25,
                      .score_at_least = 0.99,
                      .plateau = Plateau{.epochs = 7, .tolerance = 0.5},
                      .max_epochs = 12,
                      .max_steps = max_seed,
                      .split = Split::test,
                      .evaluation_interval = 3};
  for (const StopRule& written : {rule, StopRule{.max_epochs = 1}, StopRule{.max_steps = 5}}) {
    JsonWriter json;
    write_stop_rule(json, written);
    const StopRuleReading reading = read_stop_rule(json.str());
    CHECK(reading.problems.empty());
    CHECK(reading.rule == written);
  }
}

TEST_CASE("what is wrong with a rule is named") {
  const auto problem = [](std::string_view json) {
    const StopRuleReading reading = read_stop_rule(json);
    REQUIRE_FALSE(reading.problems.empty());
    return reading.problems.front();
  };
  CHECK(problem("{") == Problem{ProblemCode::syntax, "", 1});
  CHECK(problem("[]") == Problem{ProblemCode::wrong_type, ""});
  CHECK(problem("{}") == Problem{ProblemCode::missing, "maxEpochs"});
  CHECK(problem(R"({"maxEpochs":0})") == Problem{ProblemCode::out_of_range, "maxEpochs", 1, 1e9});
  CHECK(problem(R"({"maxEpochs":1.5})").path == "maxEpochs");
  CHECK(problem(R"({"maxEpochs":"1"})") == Problem{ProblemCode::wrong_type, "maxEpochs"});
  CHECK(problem(R"({"maxSteps":-1})").path == "maxSteps");
  CHECK(problem(R"({"maxSteps":9,"lossBelow":-1})").path == "lossBelow");
  CHECK(problem(R"({"maxSteps":9,"scoreAtLeast":1.5})").path == "scoreAtLeast");
  CHECK(problem(R"({"maxSteps":9,"plateau":3})") == Problem{ProblemCode::wrong_type, "plateau"});
  CHECK(problem(R"({"maxSteps":9,"plateau":{"epochs":0}})").path == "plateau.epochs");
  CHECK(problem(R"({"maxSteps":9,"plateau":{"tolerance":1}})").path == "plateau.tolerance");
  CHECK(problem(R"({"maxSteps":9,"split":"all"})") == Problem{ProblemCode::unknown, "split"});
  CHECK(problem(R"({"maxSteps":9,"evaluationInterval":0})").path == "evaluationInterval");
  CHECK(read_stop_rule(R"({"maxSteps":9,"unheardOf":1})").problems.empty());
}

}  // namespace
}  // namespace lab::testing
