#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <string>

#include "analysis/golden_hashes.h"
#include "support/golden_path.h"

namespace lab::testing {
namespace {

TEST_CASE("everything hashed has the same bits on every machine and compiler") {
  std::set<std::string> expected;
  std::ifstream file(golden_path("hashes.txt"));
  for (std::string line; std::getline(file, line);) expected.insert(line);
  REQUIRE_FALSE(expected.empty());
  for (const NamedHash& item : golden_hashes()) {
    const std::string line = to_line(item);
    INFO("tests/golden/hashes.txt should hold: ", line);
    CHECK(expected.erase(line) == 1);
  }
  for (const std::string& line : expected) {
    INFO("not computed any more: ", line);
    CHECK(false);
  }
}

}  // namespace
}  // namespace lab::testing
