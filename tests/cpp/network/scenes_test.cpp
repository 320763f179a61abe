#include "network/scenes.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "core/json_reader.h"
#include "network/float_text.h"
#include "network/setup_json.h"
#include "support/golden_path.h"

namespace lab::testing {
namespace {

TEST_CASE("programs outside of the core read the scenes that the core runs") {
  std::ifstream file(golden_path("scenes.json"));
  std::stringstream text;
  text << file.rdbuf();
  INFO("tests/golden/scenes.json should hold what print_scenes prints");
  CHECK(text.str() == describe_scenes() + "\n");
}

TEST_CASE("a description has all of every scene") {
  const JsonReading description = read_json(describe_scenes());
  REQUIRE(description.value);
  CHECK(description.value->find("steps")->number() == scene_steps);
  const std::vector<Samples> data = scene_data();
  const std::vector<JsonValue>& described_data = description.value->find("data")->items();
  REQUIRE(described_data.size() == data.size());
  for (std::size_t i = 0; i < data.size(); ++i) {
    CHECK(described_data[i].find("columns")->number() == static_cast<double>(data[i].columns));
    CHECK(floats_from_hex(described_data[i].find("inputs")->text()) == data[i].inputs);
    CHECK(floats_from_hex(described_data[i].find("targets")->text()) == data[i].targets);
  }
  const std::vector<Scene> expected = scenes();
  const std::vector<JsonValue>& described = description.value->find("scenes")->items();
  REQUIRE(described.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(expected[i].name);
    CHECK(described[i].find("name")->text() == expected[i].name);
    CHECK(described[i].find("data")->number() == static_cast<double>(expected[i].data));
    CHECK(read_setup(*described[i].find("setup")).setup == expected[i].setup);
  }
}

}  // namespace
}  // namespace lab::testing
