#include "analysis/training/effective_rank.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "core/random.h"

namespace lab::testing {
namespace {

/// Numbers of some variables over samples: numbers[variable][sample].
using Table = std::vector<std::vector<float>>;

constexpr std::size_t max_block = 64;

ScatterMatrix scatter_of(const Table& table, std::size_t block) {
  ScatterMatrix scatter(table.size());
  std::vector<double> room(ScatterMatrix::room_needed(table.size(), max_block));
  for (std::size_t first = 0; first < table[0].size(); first += block) {
    const std::size_t samples = std::min(block, table[0].size() - first), lanes = round_up_to_lanes(samples);
    // Padding that would show.
    std::vector<float> numbers(table.size() * lanes, 1e6f);
    for (std::size_t v = 0; v < table.size(); ++v)
      for (std::size_t s = 0; s < samples; ++s) numbers[v * lanes + s] = table[v][first + s];
    scatter.add(numbers.data(), samples, lanes, room);
  }
  return scatter;
}

double rank_of(const Table& table, std::size_t block = max_block) {
  ScatterMatrix scatter = scatter_of(table, block);
  std::vector<double> room(2 * table.size());
  return effective_rank(scatter, room);
}

Table random_table(std::size_t variables, std::size_t samples, float offset) {
  Random random(7);
  Table table(variables, std::vector<float>(samples));
  for (auto& row : table)
    for (float& number : row) number = offset + random.uniform();
  return table;
}

TEST_CASE("a scatter matrix does not depend on where the numbers lie or how they are cut") {
  for (const float offset : {0.0f, 1000.0f}) {
    const Table table = random_table(5, 150, offset);
    std::vector<double> means(5);
    for (std::size_t v = 0; v < 5; ++v)
      for (const float number : table[v]) means[v] += double{number} / 150;
    for (const std::size_t block : {std::size_t{1}, std::size_t{3}, std::size_t{10}, std::size_t{64}}) {
      CAPTURE(block);
      ScatterMatrix scatter = scatter_of(table, block);
      for (std::size_t i = 0; i < 5; ++i) {
        CHECK(scatter.moments(i).mean() == doctest::Approx(means[i]).epsilon(1e-12));
        for (std::size_t k = 0; k <= i; ++k) {
          double sum = 0;
          for (std::size_t s = 0; s < 150; ++s) sum += (table[i][s] - means[i]) * (table[k][s] - means[k]);
          CHECK(std::fabs(scatter.triangle()[triangle_row(i) + k] - sum) < 1e-9);
        }
        const double variance = scatter.triangle()[triangle_row(i) + i] / 150;
        CHECK(scatter.moments(i).deviation() == doctest::Approx(std::sqrt(variance)).epsilon(1e-12));
      }
    }
  }
}

TEST_CASE("the effective rank counts directions") {
  // One variable, however often it is repeated, scaled and moved.
  const std::vector<float> line = random_table(1, 90, 0)[0];
  Table table(4, line);
  for (float& number : table[2]) number = -8 * number + 1;
  CHECK(rank_of(table) == doctest::Approx(1).epsilon(1e-6));
  CHECK(rank_of({line}) == 1);

  // Orthogonal and equally long: as many as there are.
  Table corners(3, std::vector<float>(8));
  for (std::size_t s = 0; s < 8; ++s)
    for (std::size_t v = 0; v < 3; ++v) corners[v][s] = (s >> v & 1) != 0 ? 3.0f : -1.0f;
  CHECK(rank_of(corners) == doctest::Approx(3).epsilon(1e-9));
  corners.push_back(std::vector<float>(8, 5.0f));
  CHECK(rank_of(corners) == doctest::Approx(3).epsilon(1e-9));

  // Singular values 2 : 1, so weights 2/3 and 1/3.
  for (float& number : corners[0]) number *= 2;
  corners.resize(2);
  const double expected = std::exp(-(2.0 / 3 * std::log(2.0 / 3) + 1.0 / 3 * std::log(1.0 / 3)));
  CHECK(rank_of(corners) == doctest::Approx(expected).epsilon(1e-9));
}

TEST_CASE("the effective rank of what does not vary, or is not finite") {
  CHECK(rank_of(Table(3, std::vector<float>(10, 4.0f))) == 0);
  CHECK(rank_of(Table(3, std::vector<float>(1, 4.0f))) == 0);
  for (const float outlier :
       {std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()}) {
    Table table = random_table(3, 70, 0);
    table[1][69] = outlier;
    CHECK(std::isnan(rank_of(table)));
    CHECK(std::isnan(scatter_of(table, 64).moments(1).mean()));
    CHECK(std::isnan(scatter_of(table, 64).moments(1).deviation()));
    CHECK_FALSE(std::isnan(scatter_of(table, 64).moments(0).mean()));
  }
  // Squares of large and of small floats stay within double.
  Table extreme = random_table(2, 70, 0);
  for (float& number : extreme[0]) number *= 1e38f;
  for (float& number : extreme[1]) number *= 1e-38f;
  CHECK(rank_of(extreme) == doctest::Approx(1).epsilon(1e-6));
  extreme.erase(extreme.begin());
  CHECK(rank_of(extreme) == 1);
}

}  // namespace
}  // namespace lab::testing
