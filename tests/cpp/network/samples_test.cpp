#include "network/samples.h"

#include <doctest/doctest.h>

namespace lab {
namespace {

TEST_CASE("samples are added at the end and taken away anywhere") {
  Samples samples{.columns = 2};
  add_sample(samples, std::vector<float>{1, 10}, 0);
  add_sample(samples, std::vector<float>{2, 20}, 1);
  add_sample(samples, std::vector<float>{3, 30}, 0);
  CHECK(samples == Samples{.columns = 2, .inputs = {1, 2, 3, 10, 20, 30}, .targets = {0, 1, 0}});
  remove_sample(samples, 1);
  CHECK(samples == Samples{.columns = 2, .inputs = {1, 3, 10, 30}, .targets = {0, 0}});
  remove_sample(samples, 1);
  remove_sample(samples, 0);
  CHECK(samples == Samples{.columns = 2});
}

}  // namespace
}  // namespace lab
