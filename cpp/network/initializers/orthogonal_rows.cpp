#include "network/initializers/orthogonal_rows.h"

#include <vector>

#include "math/normal_quantile.h"

namespace lab {

namespace {

double dot(const double* a, const double* b, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += a[i] * b[i];
  return sum;
}

/// Takes the directions of the rows before it out of a row. Twice is enough (Giraud, Langou 2002).
void orthogonalize(std::vector<double>& matrix, std::size_t row, std::size_t length) {
  double* const current = &matrix[row * length];
  for (int pass = 0; pass < 2; ++pass) {
    for (std::size_t before = 0; before < row; ++before) {
      const double* const other = &matrix[before * length];
      const double overlap = dot(current, other, length);
      for (std::size_t i = 0; i < length; ++i) current[i] -= overlap * other[i];
    }
  }
}

}  // namespace

void fill_orthogonal(const InitializerArguments& arguments) {
  const bool wide = arguments.units <= arguments.inputs;
  const std::size_t rows = wide ? arguments.units : arguments.inputs;
  const std::size_t length = wide ? arguments.inputs : arguments.units;
  std::vector<double> matrix(rows * length);
  for (double& number : matrix) number = normal_quantile(arguments.random.open_uniform());
  for (std::size_t row = 0; row < rows; ++row) {
    orthogonalize(matrix, row, length);
    const double norm = __builtin_sqrt(dot(&matrix[row * length], &matrix[row * length], length));
    for (std::size_t i = 0; i < length; ++i) matrix[row * length + i] /= norm;
  }
  for (std::size_t unit = 0; unit < arguments.units; ++unit)
    for (std::size_t input = 0; input < arguments.inputs; ++input)
      arguments.weights[unit * arguments.inputs + input] = static_cast<float>(
          arguments.gain * (wide ? matrix[unit * length + input] : matrix[input * length + unit]));
}

}  // namespace lab
