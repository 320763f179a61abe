#include "analysis/training/effective_rank.h"

#include <limits>

#include "analysis/training/symmetric_eigenvalues.h"
#include "math/elementary_f64.h"
#include "math/log.h"
#include "math/scalar.h"

namespace lab {

double effective_rank(ScatterMatrix& scatter, std::span<double> room) {
  constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
  const std::size_t size = scatter.variables();
  const std::span<double> triangle = scatter.triangle();
  double trace = 0;
  for (std::size_t row = 0; row < size; ++row) trace += triangle[triangle_row(row) + row];
  if (!(trace - trace == 0)) return not_a_number;
  if (trace == 0) return 0;
  for (double& number : triangle) number /= trace;

  const std::span<double> values = room.first(size);
  if (!symmetric_eigenvalues(triangle, values, room.subspan(size, size))) return not_a_number;
  double sum = 0;
  for (double& value : values) {
    value = value > 0 ? __builtin_sqrt(value) : 0;
    sum += value;
  }
  double entropy = 0;
  for (const double value : values)
    if (value > 0) entropy -= value / sum * log(value / sum);
  return exp(f64(entropy)).value;
}

}  // namespace lab
