#include "network/scene_hashes.h"

#include <doctest/doctest.h>

#include <set>

namespace lab {
namespace {

TEST_CASE("every scene trains, and no two end alike") {
  std::set<std::string> names;
  std::set<std::uint64_t> hashes;
  const std::vector<NamedHash> scenes = scene_hashes();
  for (const NamedHash& scene : scenes) {
    names.insert(scene.name);
    hashes.insert(scene.hash);
  }
  CHECK(scenes.size() == 48);
  CHECK(names.size() == scenes.size());
  CHECK(hashes.size() == scenes.size());
}

}  // namespace
}  // namespace lab
