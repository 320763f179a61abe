#include "analysis/training/symmetric_eigenvalues.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "analysis/training/scatter_matrix.h"

namespace lab {

namespace {

/// Steps for one eigenvalue; two or three are usual.
constexpr int max_steps = 60;

double magnitude(double x) {
  return x < 0 ? -x : x;
}

double length(double a, double b) {
  return __builtin_sqrt(a * a + b * b);
}

/// product = A v for the first `size` rows and columns.
void multiply(const double* triangle, std::size_t size, const double* v, double* product) {
  for (std::size_t row = 0; row < size; ++row) {
    const double* const a = triangle + triangle_row(row);
    double sum = a[row] * v[row];
    for (std::size_t column = 0; column < row; ++column) {
      sum += a[column] * v[column];
      product[column] += a[column] * v[row];
    }
    product[row] = sum;
  }
}

/// Makes the row before the last `size` one tridiagonal; returns what is left beside its diagonal.
///
/// A reflection I - 2 v v^T / v^T v sends the row to a multiple of its last unit vector; A becomes
/// A - v q^T - q v^T.
double reflect(double* triangle, std::size_t size, double* q) {
  double* const v = triangle + triangle_row(size);
  double squares = 0;
  for (std::size_t i = 0; i + 1 < size; ++i) squares += v[i] * v[i];
  const double last = v[size - 1];
  if (squares == 0) return last;
  const double norm = __builtin_sqrt(squares + last * last);
  const double beside = last > 0 ? -norm : norm;
  v[size - 1] = last - beside;
  // v^T v / 2.
  const double half = norm * norm - last * beside;
  multiply(triangle, size, v, q);
  double projection = 0;
  for (std::size_t i = 0; i < size; ++i) {
    q[i] /= half;
    projection += q[i] * v[i];
  }
  projection /= 2 * half;
  for (std::size_t i = 0; i < size; ++i) q[i] -= projection * v[i];
  for (std::size_t row = 0; row < size; ++row) {
    double* const a = triangle + triangle_row(row);
    for (std::size_t column = 0; column <= row; ++column)
      a[column] -= v[row] * q[column] + q[row] * v[column];
  }
  return beside;
}

/// One QL step on rows `first` to `last` of a tridiagonal matrix; off[i] is beside d[i] and d[i + 1].
void step(double* d, double* off, std::size_t first, std::size_t last) {
  const double slope = (d[first + 1] - d[first]) / (2 * off[first]);
  const double root = length(slope, 1);
  double g = d[last] - d[first] + off[first] / (slope + (slope < 0 ? -root : root));
  double sine = 1, cosine = 1, shift = 0;
  for (std::size_t i = last; i-- > first;) {
    const double f = sine * off[i], b = cosine * off[i];
    const double r = length(f, g);
    if (i + 1 < last) off[i + 1] = r;
    if (r == 0) {
      d[i + 1] -= shift;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = d[i + 1] - shift;
    const double t = (d[i] - g) * sine + 2 * cosine * b;
    shift = sine * t;
    d[i + 1] = g + shift;
    g = cosine * t - b;
  }
  d[first] -= shift;
  off[first] = g;
}

}  // namespace

bool symmetric_eigenvalues(std::span<double> triangle, std::span<double> eigenvalues,
                           std::span<double> room) {
  const std::size_t size = eigenvalues.size();
  double* const d = eigenvalues.data();
  double* const off = room.data();
  for (std::size_t row = size; row-- > 1;) off[row - 1] = reflect(triangle.data(), row, d);
  for (std::size_t row = 0; row < size; ++row) d[row] = triangle[triangle_row(row) + row];

  constexpr double epsilon = std::numeric_limits<double>::epsilon();
  for (std::size_t first = 0; first < size; ++first) {
    for (int steps = 0;; ++steps) {
      std::size_t last = first;
      while (last + 1 < size &&
             magnitude(off[last]) > epsilon * (magnitude(d[last]) + magnitude(d[last + 1])))
        ++last;
      if (last == first) break;
      if (steps == max_steps) return false;
      step(d, off, first, last);
    }
  }
  return true;
}

}  // namespace lab
