#include "analysis/training/gradient_grid.h"

#include <doctest/doctest.h>

#include <cmath>

#include "analysis/training/random_trainers.h"
#include "analysis/training/reference_evaluation.h"

namespace lab::testing {
namespace {

Rate feature_of(Feature feature, const Rate& x1, const Rate& x2) {
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
      return sin(x1);
    case Feature::sin_x2:
      return sin(x2);
    case Feature::cos_x1:
      return cos(x1);
    case Feature::cos_x2:
      return cos(x2);
  }
  return x1;
}

/// The outputs' rates of change, by automatic differentiation through features and network.
std::vector<double> rates_at(const Trainer& trainer, float x1, float x2, int by) {
  const Rate a(Reference(x1), Reference(by == 0 ? 1.0 : 0.0)),
      b(Reference(x2), Reference(by == 1 ? 1.0 : 0.0));
  ReferenceEvaluation::Numbers inputs;
  for (const Feature feature : trainer.setup().features) inputs.push_back(feature_of(feature, a, b));
  if (trainer.setup().features.empty()) {
    inputs.assign(trainer.setup().columns, Rate(0.0));
    inputs[0] = a;
    if (trainer.setup().columns > 1) inputs[1] = b;
  }
  std::vector<double> rates;
  const auto pass = ReferenceEvaluation(trainer).run(inputs);
  for (const Rate& output : pass.back().activation) rates.push_back(output.tangent.value);
  return rates;
}

constexpr std::size_t size = 11;
constexpr Grid grid{.size = size, .x1_minimum = -2, .x1_maximum = 1.7f, .x2_minimum = -1.3f, .x2_maximum = 2};

float coordinate(float first, float last, std::size_t index) {
  return static_cast<float>(first + (double{last} - double{first}) * static_cast<double>(index) / (size - 1));
}

std::vector<float> gradient_planes(const Trainer& trainer, const Grid& shape) {
  std::vector<float> planes(2 * trainer.network().output_width() * plane_stride(shape.size), NAN);
  evaluate_gradient_grid(trainer, shape, planes);
  return planes;
}

void check_grid(const Trainer& trainer) {
  const std::vector<float> planes = gradient_planes(trainer, grid);
  const std::size_t stride = plane_stride(size);
  for (int by = 0; by < 2; ++by) {
    double largest = 0.1;
    std::vector<std::vector<double>> expected;
    for (std::size_t i = 0; i < size * size; ++i) {
      const float x1 = coordinate(grid.x1_minimum, grid.x1_maximum, i % size),
                  x2 = coordinate(grid.x2_maximum, grid.x2_minimum, i / size);
      expected.push_back(rates_at(trainer, x1, x2, by));
      for (const double rate : expected.back()) largest = std::max(largest, std::fabs(rate));
    }
    for (std::size_t i = 0; i < size * size; ++i) {
      for (std::size_t output = 0; output < expected[i].size(); ++output) {
        const double seen = planes[(2 * output + static_cast<std::size_t>(by)) * stride + i];
        CHECK(std::fabs(seen - expected[i][output]) < 3e-5 * largest);
      }
    }
  }
}

TEST_CASE("the gradient over a grid is that of automatic differentiation") {
  for (const char* activation : {"tanh", "sigmoid", "gelu", "softplus", "prelu", "sine", "arctan"}) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      CAPTURE(activation);
      CAPTURE(seed);
      check_grid(*random_trainer(activation, seed, 40));
    }
  }
  Setup setup = make_setup({4}, "tanh");
  setup.features = {Feature::x1,         Feature::x2,     Feature::x1_squared,
                    Feature::x2_squared, Feature::x1_x2,  Feature::sin_x1,
                    Feature::sin_x2,     Feature::cos_x1, Feature::cos_x2};
  check_grid(*Trainer::create(setup, random_samples(setup, 20, 1), {.columns = 2}).trainer);
}

TEST_CASE("the gradient over a grid is that of differences") {
  // A grid so fine that neighbours tell the slope.
  const Grid fine{
      .size = 65, .x1_minimum = -1, .x1_maximum = -0.36f, .x2_minimum = 0.2f, .x2_maximum = 0.84f};
  constexpr double distance = 0.01;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    const auto trainer = random_trainer("tanh", seed, 40);
    const std::size_t stride = plane_stride(fine.size), outputs = trainer->network().output_width();
    const std::size_t units = trainer->network().unit_count();
    std::vector<float> values(units * stride);
    evaluate_grid(*trainer, fine, values);
    const std::vector<float> gradient = gradient_planes(*trainer, fine);
    for (std::size_t output = 0; output < outputs; ++output) {
      const float* const plane = &values[(units - outputs + output) * stride];
      for (std::size_t row = 1; row + 1 < fine.size; ++row) {
        for (std::size_t column = 1; column + 1 < fine.size; ++column) {
          const std::size_t i = row * fine.size + column;
          const double by_x1 = (plane[i + 1] - plane[i - 1]) / (2 * distance);
          const double by_x2 = (plane[i - fine.size] - plane[i + fine.size]) / (2 * distance);
          CHECK(gradient[2 * output * stride + i] == doctest::Approx(by_x1).epsilon(0.01).scale(1));
          CHECK(gradient[(2 * output + 1) * stride + i] == doctest::Approx(by_x2).epsilon(0.01).scale(1));
        }
      }
    }
  }
}

TEST_CASE("planes are written from their beginning to their end and no further") {
  const auto trainer = random_trainer("tanh", 3, 40);
  for (const std::size_t points : {std::size_t{2}, std::size_t{8}, std::size_t{9}}) {
    const std::vector<float> planes = gradient_planes(*trainer, {.size = points});
    const std::size_t stride = plane_stride(points);
    for (std::size_t i = 0; i < planes.size(); ++i)
      CHECK(std::isnan(planes[i]) == (i % stride >= points * points));
  }
}

}  // namespace
}  // namespace lab::testing
