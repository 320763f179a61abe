// The targets of tests/fuzz without their engine: the inputs of their corpus, and a fixed number of changed
// ones, the same in every run. A target that finds something traps, which ends the run with the name of its
// case.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/mutation.h"

#define FUZZ_TARGET(name) extern "C" int fuzz_##name(const std::uint8_t* data, std::size_t size);
#include "fuzz_targets.h"
#undef FUZZ_TARGET

namespace {

constexpr int mutations = 2000;

std::vector<std::string> corpus(const char* name) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(CORPUS_DIR) / name))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

void replay(int (*target)(const std::uint8_t*, std::size_t), const char* name) {
  const auto run = [target](const std::string& text) {
    // A copy of exactly its size, so that the sanitizer sees every byte read beyond it.
    const std::vector<std::uint8_t> bytes(text.begin(), text.end());
    CHECK(target(bytes.data(), bytes.size()) == 0);
  };
  const std::vector<std::string> texts = corpus(name);
  REQUIRE(!texts.empty());
  lab::Random random(7);
  for (const std::string& text : texts) {
    REQUIRE(!text.empty());
    run(text);
    for (int i = 0; i < mutations; ++i) run(lab::testing::mutated(text, random));
  }
}

}  // namespace

#define FUZZ_TARGET(name)                                                \
  TEST_CASE("fuzz target " #name ": nothing is found near its corpus") { \
    replay(fuzz_##name, #name);                                          \
  }
#include "fuzz_targets.h"
