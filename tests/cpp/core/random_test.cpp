#include "core/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <vector>

namespace lab::testing {

TEST_CASE("SplitMix64 gives the published numbers") {
  // https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
  std::uint64_t state = 1234567;
  for (const std::uint64_t expected : {6457827717110365317u, 3203168211198807973u, 9817491932198370423u,
                                       4593380528125082431u, 16408922859458223821u})
    CHECK(split_mix_64(state) == expected);
}

TEST_CASE("PCG32 gives the published numbers") {
  // pcg32-demo of https://www.pcg-random.org, round 1: seed 42, stream 54.
  Random random(42, 54);
  for (const std::uint32_t expected :
       {0xa15c02b7u, 0x7b47f409u, 0xba1d3330u, 0x83d2f293u, 0xbfa4784bu, 0xcbed606eu})
    CHECK(random.next() == expected);
}

TEST_CASE("the same seed gives the same numbers, another seed or stream others") {
  const auto first_numbers = [](Random random) {
    std::array<std::uint32_t, 8> numbers;
    for (std::uint32_t& number : numbers) number = random.next();
    return numbers;
  };
  CHECK(first_numbers(Random(7)) == first_numbers(Random(7)));
  std::vector<std::uint32_t> all;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const auto numbers = first_numbers(Random(seed));
    all.insert(all.end(), numbers.begin(), numbers.end());
  }
  std::sort(all.begin(), all.end());
  // 8000 of 2^32 numbers: 7.5 pairs of equal ones are to be expected.
  const auto distinct = std::unique(all.begin(), all.end()) - all.begin();
  CHECK(distinct > 7970);
  CHECK(first_numbers(Random(1, 2)) != first_numbers(Random(1, 3)));
}

TEST_CASE("uniform numbers are multiples of 2^-24 in [0, 1), spread evenly") {
  Random random(3);
  constexpr int bins = 64, count = 64000;
  std::array<int, bins> histogram{};
  for (int i = 0; i < count; ++i) {
    const float number = random.uniform();
    REQUIRE(number >= 0);
    REQUIRE(number < 1);
    REQUIRE(number * 0x1p24f == static_cast<float>(static_cast<int>(number * 0x1p24f)));
    ++histogram[static_cast<std::size_t>(number * bins)];
  }
  double chi_squared = 0;
  for (const int found : histogram) {
    const double difference = found - count / bins;
    chi_squared += difference * difference / (count / bins);
  }
  // 63 degrees of freedom: 103.4 is exceeded once in a thousand times, 30 is undercut less often.
  CHECK(chi_squared < 103.4);
  CHECK(chi_squared > 30);
}

TEST_CASE("open uniform numbers keep clear of 0 and 1") {
  Random random(4);
  double smallest = 1, largest = 0;
  for (int i = 0; i < 100000; ++i) {
    const double number = random.open_uniform();
    smallest = std::min(smallest, number);
    largest = std::max(largest, number);
  }
  CHECK(smallest >= 0x1p-33);
  CHECK(smallest < 1e-4);
  CHECK(largest <= 1 - 0x1p-33);
  CHECK(largest > 1 - 1e-4);
}

}  // namespace lab::testing
