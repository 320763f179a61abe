#include "network/input_features.h"

#include "math/scalar.h"

namespace lab {

namespace {

double feature_of(Feature feature, double x1, double x2) {
  switch (feature) {
    case Feature::x1:
      return x1;
    case Feature::x2:
      return x2;
    case Feature::x1_squared:
      return x1 * x1;
    case Feature::x2_squared:
      return x2 * x2;
    case Feature::x1_x2:
      return x1 * x2;
    case Feature::sin_x1:
      return sin(f64(x1)).value;
    case Feature::sin_x2:
      return sin(f64(x2)).value;
    case Feature::cos_x1:
      return cos(f64(x1)).value;
    case Feature::cos_x2:
      return cos(f64(x2)).value;
  }
  return 0;
}

}  // namespace

void compute_inputs(const Setup& setup, std::span<const float* const> columns, std::size_t count,
                    std::size_t stride, float* result) {
  if (setup.features.empty()) {
    for (std::size_t c = 0; c < columns.size(); ++c)
      for (std::size_t i = 0; i < count; ++i) result[c * stride + i] = columns[c][i];
    return;
  }
  for (std::size_t f = 0; f < setup.features.size(); ++f)
    for (std::size_t i = 0; i < count; ++i)
      result[f * stride + i] = static_cast<float>(
          feature_of(setup.features[f], columns[0][i], columns.size() > 1 ? columns[1][i] : 0.0f));
}

}  // namespace lab
