#include "analysis/training/symmetric_eigenvalues.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/training/scatter_matrix.h"
#include "core/random.h"

namespace lab::testing {
namespace {

using Matrix = std::vector<std::vector<double>>;

std::vector<double> eigenvalues_of(const Matrix& matrix) {
  std::vector<double> triangle, values(matrix.size()), room(matrix.size());
  for (std::size_t row = 0; row < matrix.size(); ++row)
    for (std::size_t column = 0; column <= row; ++column) triangle.push_back(matrix[row][column]);
  REQUIRE(symmetric_eigenvalues(triangle, values, room));
  std::sort(values.begin(), values.end());
  return values;
}

Matrix zeros(std::size_t size) {
  return Matrix(size, std::vector<double>(size));
}

/// B^T B of random numbers with `rank` rows.
Matrix random_gram(std::size_t size, std::size_t rank, std::uint64_t seed) {
  Random random(seed);
  Matrix result = zeros(size);
  for (std::size_t r = 0; r < rank; ++r) {
    std::vector<double> row(size);
    for (double& number : row) number = 2 * random.open_uniform() - 1;
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t k = 0; k < size; ++k) result[i][k] += row[i] * row[k];
  }
  return result;
}

/// Jacobi's rotations: another way to the same numbers.
std::vector<double> by_rotations(Matrix a) {
  const std::size_t size = a.size();
  for (int sweep = 0; sweep < 30; ++sweep) {
    for (std::size_t p = 0; p < size; ++p) {
      for (std::size_t q = p + 1; q < size; ++q) {
        if (a[p][q] == 0) continue;
        const double angle = 0.5 * std::atan2(2 * a[p][q], a[q][q] - a[p][p]);
        const double c = std::cos(angle), s = std::sin(angle);
        for (std::size_t k = 0; k < size; ++k) {
          const double x = a[k][p], y = a[k][q];
          a[k][p] = c * x - s * y;
          a[k][q] = s * x + c * y;
        }
        for (std::size_t k = 0; k < size; ++k) {
          const double x = a[p][k], y = a[q][k];
          a[p][k] = c * x - s * y;
          a[q][k] = s * x + c * y;
        }
      }
    }
  }
  std::vector<double> values;
  for (std::size_t i = 0; i < size; ++i) values.push_back(a[i][i]);
  std::sort(values.begin(), values.end());
  return values;
}

TEST_CASE("eigenvalues are those that rotations find") {
  for (const std::size_t size : {1, 2, 3, 4, 7, 16, 31}) {
    for (const std::size_t rank : {std::size_t{1}, size / 2 + 1, 2 * size}) {
      CAPTURE(size);
      CAPTURE(rank);
      const Matrix matrix = random_gram(size, rank, size + rank);
      const std::vector<double> values = eigenvalues_of(matrix), expected = by_rotations(matrix);
      for (std::size_t i = 0; i < size; ++i)
        CHECK(std::fabs(values[i] - expected[i]) < 1e-14 * static_cast<double>(size) * expected.back());
      // What a matrix of a lower rank has not is rounding.
      for (std::size_t i = 0; i + rank < size; ++i) CHECK(std::fabs(values[i]) < 1e-14 * expected.back());
    }
  }
}

TEST_CASE("eigenvalues that are known") {
  CHECK(eigenvalues_of(zeros(5)) == std::vector<double>(5));
  Matrix diagonal = zeros(3);
  diagonal[0][0] = 3;
  diagonal[1][1] = -1;
  diagonal[2][2] = 2;
  CHECK(eigenvalues_of(diagonal) == std::vector<double>{-1, 2, 3});

  // Second differences: 2 - 2 cos(k pi / (n + 1)).
  Matrix chain = zeros(40);
  for (std::size_t i = 0; i < 40; ++i) {
    chain[i][i] = 2;
    if (i > 0) chain[i][i - 1] = chain[i - 1][i] = -1;
  }
  const std::vector<double> values = eigenvalues_of(chain);
  for (std::size_t k = 0; k < 40; ++k)
    CHECK(
        values[k] ==
        doctest::Approx(2 - 2 * std::cos(static_cast<double>(k + 1) * std::acos(-1.0) / 41)).epsilon(1e-13));

  // Equal eigenvalues.
  Matrix ones(6, std::vector<double>(6, 1.0));
  for (std::size_t i = 0; i < 6; ++i) ones[i][i] += 4;
  const std::vector<double> of_ones = eigenvalues_of(ones);
  for (std::size_t i = 0; i < 5; ++i) CHECK(of_ones[i] == doctest::Approx(4).epsilon(1e-14));
  CHECK(of_ones[5] == doctest::Approx(10).epsilon(1e-14));
}

TEST_CASE("a wide matrix keeps trace and sum of squares") {
  const Matrix matrix = random_gram(200, 150, 5);
  const std::vector<double> values = eigenvalues_of(matrix);
  double trace = 0, squares = 0, sum = 0, sum_of_squares = 0;
  for (std::size_t i = 0; i < 200; ++i) {
    trace += matrix[i][i];
    for (std::size_t k = 0; k < 200; ++k) squares += matrix[i][k] * matrix[i][k];
    sum += values[i];
    sum_of_squares += values[i] * values[i];
  }
  CHECK(sum == doctest::Approx(trace).epsilon(1e-13));
  CHECK(sum_of_squares == doctest::Approx(squares).epsilon(1e-13));
  CHECK(std::fabs(values[49]) < 1e-12 * values.back());
  CHECK(values[50] > 1e-6 * values.back());
}

}  // namespace
}  // namespace lab::testing
