#include "analysis/training/observation_hashes.h"

#include <doctest/doctest.h>

#include <set>

namespace lab::testing {
namespace {

TEST_CASE("hashes of analyses are there and repeat themselves") {
  const std::vector<NamedHash> hashes = observation_hashes(), again = observation_hashes();
  REQUIRE(hashes.size() == 5);
  std::set<std::uint64_t> different;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    CHECK(hashes[i].name.starts_with("analysis."));
    CHECK(hashes[i].hash == again[i].hash);
    different.insert(hashes[i].hash);
  }
  CHECK(different.size() == hashes.size());
}

}  // namespace
}  // namespace lab::testing
