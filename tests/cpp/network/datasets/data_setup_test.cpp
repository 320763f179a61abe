#include <doctest/doctest.h>

#include "core/random.h"
#include "network/datasets/data_setup_json.h"
#include "network/datasets/registry.h"

namespace lab {
namespace {

TEST_CASE("a data set-up is read back as it was written") {
  Random random(5);
  for (const DatasetEntry* entry : datasets()) {
    for (int i = 0; i < 20; ++i) {
      DataSetup data{.dataset = choose_dataset(entry->info.key),
                     .samples = 10 + random.next() % 1000,
                     .noise = random.uniform(),
                     .train_share = random.open_uniform(),
                     .seed = (std::uint64_t{random.next()} << 21) + random.next() % 1000};
      if (!entry->dataset.formula.empty() && i % 2 == 0) data.formula = "x^2 / 3 - 1";
      if (entry->dataset.most_classes > 0) data.classes = 2 + random.next() % 9;
      for (std::size_t p = 0; p < entry->info.parameters.size(); ++p) {
        const ParameterInfo& info = entry->info.parameters[p];
        data.dataset.parameters[p] = info.minimum + (info.maximum - info.minimum) * random.uniform();
      }
      const DataSetupReading reading = read_data_setup(to_json(data));
      CHECK(reading.problems.empty());
      CHECK(reading.data == data);
    }
  }
}

TEST_CASE("what is left out has its default, and what is unknown is ignored") {
  const DataSetupReading reading = read_data_setup(R"({"dataset": "two_spirals", "colour": 7})");
  REQUIRE(reading.problems.empty());
  CHECK(reading.data.samples == 500);
  CHECK(reading.data.noise == 0);
  CHECK(reading.data.train_share == 0.5);
  CHECK(reading.data.seed == 1);
  CHECK(reading.data.dataset.parameters[0] == 1.75);
}

Problem problem_of(const std::string& json) {
  const Problems problems = read_data_setup(json).problems;
  REQUIRE_MESSAGE(problems.size() == 1, json);
  return problems[0];
}

TEST_CASE("what is wrong is named with its limits") {
  const auto spirals_with = [](const std::string& member) {
    return problem_of(R"({"dataset":"spirals",)" + member + "}");
  };
  CHECK(problem_of("{}") == Problem{ProblemCode::missing, "data.dataset"});
  CHECK(problem_of("{") == Problem{ProblemCode::syntax, "data", 1});
  CHECK(problem_of("[]") == Problem{ProblemCode::wrong_type, "data"});
  CHECK(problem_of(R"({"dataset":7})") == Problem{ProblemCode::wrong_type, "data.dataset"});
  CHECK(problem_of(R"({"dataset":"magic"})") == Problem{ProblemCode::unknown, "data.dataset"});
  const auto curve_of = [](const std::string& formula) {
    std::string json = R"({"dataset":"formula","formula":")";
    json += formula;
    json += "\"}";
    return problem_of(json);
  };
  CHECK(curve_of("2 +") == Problem{ProblemCode::formula_unexpected, "data.formula", 3});
  CHECK(curve_of("2 y") == Problem{ProblemCode::formula_unknown_name, "data.formula", 2});
  CHECK(curve_of("2 (x") == Problem{ProblemCode::formula_unclosed, "data.formula", 2});
  CHECK(curve_of(std::string(201, '1')) == Problem{ProblemCode::formula_too_long, "data.formula", 200, 200});
  CHECK(curve_of(std::string(50, '(')) == Problem{ProblemCode::formula_too_deep, "data.formula", 40, 40});
  CHECK(problem_of(R"({"dataset":"formula","formula":7})") ==
        Problem{ProblemCode::wrong_type, "data.formula"});
  CHECK(spirals_with(R"("noise":1.5)") == Problem{ProblemCode::out_of_range, "data.noise", 0, 1});
  CHECK(spirals_with(R"("noise":"much")") == Problem{ProblemCode::wrong_type, "data.noise"});
  CHECK(spirals_with(R"("trainShare":-0.1)") == Problem{ProblemCode::out_of_range, "data.trainShare", 0, 1});
  CHECK(spirals_with(R"("samples":200000)") ==
        Problem{ProblemCode::out_of_range, "data.samples", 2, max_generated_samples});
  CHECK(spirals_with(R"("samples":6,"classes":7)") ==
        Problem{ProblemCode::out_of_range, "data.samples", 7, max_generated_samples});
  CHECK(spirals_with(R"("samples":1e300)").path == "data.samples");
  CHECK(spirals_with(R"("samples":10.5)").path == "data.samples");
  CHECK(spirals_with(R"("classes":1)") == Problem{ProblemCode::out_of_range, "data.classes", 2, 10});
  CHECK(spirals_with(R"("classes":11)") == Problem{ProblemCode::out_of_range, "data.classes", 2, 10});
  CHECK(spirals_with(R"("parameters":{"turns":9})") ==
        Problem{ProblemCode::out_of_range, "data.parameters.turns", 0.25, 4});
  CHECK(spirals_with(R"("parameters":7)") == Problem{ProblemCode::wrong_type, "data.parameters"});
  CHECK(spirals_with(R"("seed":-1)").path == "data.seed");
  CHECK(spirals_with(R"("seed":9007199254740992)").path == "data.seed");
}

TEST_CASE("what a data set ignores cannot be wrong") {
  DataSetup data{.dataset = choose_dataset("iris"), .samples = 0, .classes = 99, .noise = 7};
  CHECK(validate(data).empty());
  CHECK(sample_count(data) == 150);
  CHECK(class_count(data) == 3);
  CHECK(generate(data).train.size() == 75);
  data.dataset = choose_dataset("xor_points");
  data.train_share = -3;
  CHECK(validate(data).empty());
  CHECK(generate(data).train.size() == 4);
}

TEST_CASE("a data set that does not fit the network is refused with what would fit") {
  const auto problems_of = [](const char* key, std::size_t classes, Task task, std::size_t columns = 2) {
    Setup setup = make_setup({4}, "tanh");
    setup.task = task;
    setup.columns = columns;
    return validate(DataSetup{.dataset = choose_dataset(key), .classes = classes}, setup);
  };
  CHECK(problems_of("spirals", 2, Task::binary).empty());
  CHECK(problems_of("spirals", 3, Task::multi_class).empty());
  CHECK(problems_of("circle", 2, Task::multi_class).empty());
  CHECK(problems_of("circle", 2, Task::regression) == Problems{{ProblemCode::incompatible, "data.dataset"}});
  CHECK(problems_of("plane", 2, Task::binary) == Problems{{ProblemCode::incompatible, "data.dataset"}});
  CHECK(problems_of("sine", 2, Task::curve) == Problems{{ProblemCode::incompatible, "columns", 0, 1}});
  CHECK(problems_of("spirals", 3, Task::binary) ==
        Problems{{ProblemCode::incompatible, "data.classes", 0, 2}});
  CHECK(problems_of("spirals", 4, Task::multi_class) ==
        Problems{{ProblemCode::incompatible, "data.classes", 0, 3}});
  CHECK(problems_of("digits", 4, Task::multi_class, 64) ==
        Problems{{ProblemCode::incompatible, "classes", 0, 10}});
}

}  // namespace
}  // namespace lab
