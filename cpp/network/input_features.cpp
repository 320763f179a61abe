#include "network/input_features.h"

#include <algorithm>

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

struct FeatureSlopes {
  double by_x1;
  double by_x2;
};

FeatureSlopes slopes_of(Feature feature, double x1, double x2) {
  switch (feature) {
    case Feature::x1:
      return {1, 0};
    case Feature::x2:
      return {0, 1};
    case Feature::x1_squared:
      return {2 * x1, 0};
    case Feature::x2_squared:
      return {0, 2 * x2};
    case Feature::x1_x2:
      return {x2, x1};
    case Feature::sin_x1:
      return {cos(f64(x1)).value, 0};
    case Feature::sin_x2:
      return {0, cos(f64(x2)).value};
    case Feature::cos_x1:
      return {-sin(f64(x1)).value, 0};
    case Feature::cos_x2:
      return {0, -sin(f64(x2)).value};
  }
  return {0, 0};
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

void compute_input_slopes(const Setup& setup, std::span<const float* const> columns, std::size_t count,
                          std::size_t stride, float* by_first, float* by_second) {
  if (setup.features.empty()) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      std::fill_n(by_first + c * stride, count, c == 0 ? 1.0f : 0.0f);
      std::fill_n(by_second + c * stride, count, c == 1 ? 1.0f : 0.0f);
    }
    return;
  }
  for (std::size_t f = 0; f < setup.features.size(); ++f) {
    for (std::size_t i = 0; i < count; ++i) {
      const FeatureSlopes slopes =
          slopes_of(setup.features[f], columns[0][i], columns.size() > 1 ? columns[1][i] : 0.0f);
      by_first[f * stride + i] = static_cast<float>(slopes.by_x1);
      by_second[f * stride + i] = static_cast<float>(slopes.by_x2);
    }
  }
}

}  // namespace lab
