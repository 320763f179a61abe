#include "network/datasets/create_trainer.h"

#include <doctest/doctest.h>

namespace lab {
namespace {

std::string json_with(const std::string& members) {
  return R"({"layers":[{"width":3},{"width":1,"activation":"identity"}],)" + members + "}";
}

TEST_CASE("a trainer is made of a set-up and a data set, and its document remembers both") {
  TrainerCreation creation = create_trainer(json_with(R"("data":{"dataset":"circle","samples":40})"));
  REQUIRE(creation.trainer);
  Trainer& trainer = *creation.trainer;
  CHECK(trainer.samples(Split::train).size() == 20);
  REQUIRE(trainer.data_setup());
  CHECK(trainer.data_setup()->dataset.key == "circle");
  trainer.step(3);
  const TrainerCreation loaded = Trainer::load(trainer.save());
  REQUIRE(loaded.trainer);
  CHECK(loaded.trainer->data_setup() == trainer.data_setup());
}

TEST_CASE("a document whose samples are not those of its data set keeps the samples") {
  const TrainerCreation creation = create_trainer(json_with(R"("data":{"dataset":"circle","samples":40})"));
  REQUIRE(creation.trainer);
  std::string document = creation.trainer->save();
  const std::string name = R"("dataset":"circle")";
  document.replace(document.find(name), name.size(), R"("dataset":"moons")");
  const TrainerCreation loaded = Trainer::load(document);
  REQUIRE(loaded.trainer);
  CHECK_FALSE(loaded.trainer->data_setup());
  CHECK(loaded.trainer->samples(Split::train) == creation.trainer->samples(Split::train));

  document.replace(document.find(R"("moons")"), 7, R"("magic")");
  CHECK(Trainer::load(document).problems == Problems{{ProblemCode::unknown, "data.dataset"}});
}

TEST_CASE("whatever is wrong with set-up or data set is named") {
  const auto problems_of = [](const std::string& json) { return create_trainer(json).problems; };
  CHECK(problems_of("{") == Problems{{ProblemCode::syntax, "", 1}});
  CHECK(problems_of("[]") == Problems{{ProblemCode::missing, "data"}});
  CHECK(problems_of(json_with(R"("seed":1)")) == Problems{{ProblemCode::missing, "data"}});
  CHECK(problems_of(json_with(R"("data":7)")) == Problems{{ProblemCode::wrong_type, "data"}});
  CHECK(problems_of(json_with(R"("l1":-1,"data":{"dataset":"circle","noise":2})")) ==
        Problems{{ProblemCode::out_of_range, "l1", 0, 100}, {ProblemCode::out_of_range, "data.noise", 0, 1}});
  CHECK(problems_of(json_with(R"("l1":-1,"data":{"dataset":"plane"})")) ==
        Problems{{ProblemCode::out_of_range, "l1", 0, 100}, {ProblemCode::incompatible, "data.dataset"}});
}

}  // namespace
}  // namespace lab
