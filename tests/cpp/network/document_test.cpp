#include <doctest/doctest.h>

#include "core/json_reader.h"
#include "network/labelled_points.h"

namespace lab::testing {
namespace {

std::unique_ptr<Trainer> trained(const char* optimizer) {
  Setup setup = make_setup({6, 5}, "prelu");
  choose_optimizer(setup, optimizer);
  setup.hyper.learning_rate = 0.01;
  setup.layers[0].normalization = Normalization::batch;
  setup.layers[1].normalization = Normalization::layer;
  auto trainer = make_trainer(setup);
  trainer->step_samples(57);
  return trainer;
}

TEST_CASE("a trainer that was saved goes on with the same bits") {
  for (const char* optimizer : {"sgd", "nesterov", "adam"}) {
    CAPTURE(optimizer);
    const auto original = trained(optimizer);
    const std::string document = original->save();
    const TrainerCreation loaded = Trainer::load(document);
    REQUIRE(loaded.trainer);
    Trainer& copy = *loaded.trainer;
    CHECK(copy.hash() == original->hash());
    CHECK(copy.save() == document);
    CHECK(copy.setup() == original->setup());
    CHECK(copy.samples(Split::test) == original->samples(Split::test));
    CHECK(copy.next_sample() == original->next_sample());
    copy.step(40);
    original->step(40);
    CHECK(copy.hash() == original->hash());
    CHECK(copy.epochs() == original->epochs());
    copy.reset();
    original->reset();
    CHECK(copy.hash() == original->hash());
  }
}

TEST_CASE("a diverged trainer stays so") {
  Setup setup = make_setup({4}, "relu");
  setup.task = Task::regression;
  setup.loss = choose_loss("mse");
  choose_optimizer(setup, "momentum");
  setup.hyper.learning_rate = 1000;
  const auto original = make_trainer(setup);
  original->step(1000);
  REQUIRE(original->divergence());
  const TrainerCreation loaded = Trainer::load(original->save());
  REQUIRE(loaded.trainer);
  CHECK(loaded.trainer->divergence() == original->divergence());
  CHECK(loaded.trainer->hash() == original->hash());
}

/// Replaces the first occurrence.
std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("what is wrong with a document is named") {
  const std::string document = trained("sgd")->save();
  const auto problem = [](const std::string& text) {
    const TrainerCreation creation = Trainer::load(text);
    CHECK_FALSE(creation.trainer);
    REQUIRE_FALSE(creation.problems.empty());
    return creation.problems.front();
  };
  CHECK(problem("{").code == ProblemCode::syntax);
  CHECK(problem("{}").path == "format");
  CHECK(problem("[1]").path == "format");
  CHECK(problem(with(document, "\"version\":1", "\"version\":2")).code == ProblemCode::version);
  CHECK(problem(with(document, "\"setup\"", "\"set\"")) == Problem{ProblemCode::missing, "setup"});
  CHECK(problem(with(document, "\"width\":6", "\"width\":0")).path == "setup.layers[0].width");
  CHECK(problem(with(document, "\"width\":6", "\"width\":7")).path == "initial");
  CHECK(problem(with(document, "\"parameters\":\"", "\"parameters\":\"0")).path == "parameters");
  CHECK(problem(with(document, "\"parameters\":\"", "\"parameters\":\"7fc00000")).path == "parameters");
  CHECK(problem(with(document, "\"initial\":\"", "\"initial\":\"x")).path == "initial");
  CHECK(problem(with(document, "\"batch\":", "\"batch\":99")).path == "batch");
  CHECK(problem(with(document, "\"position\":", "\"position\":99")).path == "position");
  CHECK(problem(with(document, "\"optimizerMemory\":[]", "\"optimizerMemory\":[\"\"]")).path ==
        "optimizerMemory");
}

}  // namespace
}  // namespace lab::testing
