#include "network/datasets/csv_json.h"

#include <doctest/doctest.h>

#include <limits>

#include "core/json_reader.h"

namespace lab {
namespace {

TEST_CASE("names survive being written and read") {
  const CsvNames names{.inputs = {"a", "b \"c\""}, .target = "kind", .classes = {"no", "yes"}};
  const CsvNamesReading reading = read_csv_names(to_json(names));
  CHECK(reading.problems.empty());
  CHECK(reading.names == names);
  CHECK(read_csv_names("{}").names == CsvNames{});
  CHECK(read_csv_names("7").problems == Problems{{ProblemCode::wrong_type, ""}});
  CHECK(read_csv_names(R"({"inputs":["a",1],"target":2})").problems ==
        Problems{{ProblemCode::wrong_type, "inputs[1]"}, {ProblemCode::wrong_type, "target"}});
}

TEST_CASE("problems of comma-separated values are written with their names") {
  const CsvReading reading = read_csv("1,2\n3,\n");
  REQUIRE(reading.problems.size() == 1);
  const JsonReading json = read_json(to_json(reading.problems));
  REQUIRE(json.value);
  const JsonValue& problem = json.value->items().at(0);
  CHECK(problem.find("code")->text() == "missing_value");
  CHECK(problem.find("line")->number() == 2);
  CHECK(problem.find("column")->number() == 2);
  CHECK(problem.find("limit")->number() == 0);
}

TEST_CASE("samples and names that cannot be written are refused") {
  const Samples samples{.columns = 2, .inputs = {1, 2, 3, 4}, .targets = {0, 1}};
  CHECK(validate(CsvNames{}, samples).empty());
  CHECK(validate(CsvNames{.inputs = {"a", "b"}, .classes = {"c", "d"}}, samples).empty());
  CHECK(validate(CsvNames{.inputs = {"a"}}, samples) ==
        Problems{{ProblemCode::incompatible, "inputs", 0, 2}});
  CHECK(validate(CsvNames{.classes = {"a"}}, samples) == Problems{{ProblemCode::incompatible, "classes"}});
  const Samples odd{
      .columns = 1, .inputs = {1, 2}, .targets = {0.5f, std::numeric_limits<float>::quiet_NaN()}};
  CHECK(validate(CsvNames{.classes = {"a", "b"}}, odd) ==
        Problems{{ProblemCode::out_of_range, "samples"}, {ProblemCode::incompatible, "classes"}});
}

}  // namespace
}  // namespace lab
