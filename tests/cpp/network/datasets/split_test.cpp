#include "network/datasets/split.h"

#include <doctest/doctest.h>

#include <set>

namespace lab {
namespace {

Samples numbered(std::size_t count) {
  Samples samples{.columns = 2};
  for (std::size_t i = 0; i < count; ++i) {
    const auto number = static_cast<float>(i);
    add_sample(samples, std::vector<float>{number, -number}, 2 * number);
  }
  return samples;
}

TEST_CASE("every sample is in one part, with its own target") {
  for (const std::size_t count : {1, 2, 7, 100}) {
    const DataSplit split = split_samples(numbered(count), 0.4, 3);
    std::set<float> found;
    for (const Samples& part : {split.train, split.test}) {
      for (std::size_t i = 0; i < part.size(); ++i) {
        found.insert(part.inputs[i]);
        CHECK(part.inputs[part.size() + i] == -part.inputs[i]);
        CHECK(part.targets[i] == 2 * part.inputs[i]);
      }
    }
    CHECK(found.size() == count);
    CHECK(split.train.size() + split.test.size() == count);
  }
}

TEST_CASE("the share is rounded, and something is always trained on") {
  const auto trained = [](std::size_t count, double share) {
    return split_samples(numbered(count), share, 1).train.size();
  };
  CHECK(trained(10, 0.5) == 5);
  CHECK(trained(10, 0.24) == 2);
  CHECK(trained(10, 0.26) == 3);
  CHECK(trained(10, 0) == 1);
  CHECK(trained(10, 1) == 10);
  CHECK(trained(0, 0.5) == 0);
}

TEST_CASE("the order is the seed's, and every order is possible") {
  CHECK(split_samples(numbered(50), 0.5, 4) == split_samples(numbered(50), 0.5, 4));
  std::set<std::vector<float>> orders;
  for (std::uint64_t seed = 0; seed < 200; ++seed)
    orders.insert(split_samples(numbered(4), 1, seed).train.targets);
  CHECK(orders.size() == 24);
}

}  // namespace
}  // namespace lab
