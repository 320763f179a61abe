// What the data sets look like, by formulas of their own on libm.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <numbers>
#include <string>

#include "network/datasets/data_setup.h"

namespace lab {
namespace {

constexpr double tolerance = 1e-6;

DataSetup data_of(const char* key, std::size_t samples = 300) {
  return {.dataset = choose_dataset(key), .samples = samples, .train_share = 1};
}

/// Calls `check` with both coordinates and the target of every sample.
void for_each_point(const DataSetup& data, const std::function<void(double, double, double)>& check) {
  const Samples samples = generate(data).train;
  REQUIRE(samples.columns == 2);
  REQUIRE(samples.size() > 0);
  for (std::size_t i = 0; i < samples.size(); ++i)
    check(samples.inputs[i], samples.inputs[samples.size() + i], samples.targets[i]);
}

TEST_CASE("circle: a disc of radius 2.5 in a ring from 3.5 to 5") {
  for_each_point(data_of("circle"), [](double x, double y, double label) {
    const double radius = std::hypot(x, y);
    if (label == 1)
      CHECK(radius < 2.5 + tolerance);
    else
      CHECK((radius > 3.5 - tolerance && radius < 5 + tolerance));
  });
}

TEST_CASE("noise of labels acts near the border only, as far as it reaches") {
  DataSetup data = data_of("circle", 4000);
  data.noise = 0.1;
  std::size_t flipped = 0;
  for_each_point(data, [&](double x, double y, double label) {
    const double radius = std::hypot(x, y);
    if ((radius < 3) == (label == 1)) return;
    ++flipped;
    CHECK(std::fabs(radius - 2.5) < 0.5 * std::numbers::sqrt2 + tolerance);
  });
  CHECK(flipped > 20);
}

TEST_CASE("xor: four quadrants, a gap of 0.3 along the axes") {
  std::map<std::pair<bool, bool>, int> quadrants;
  for_each_point(data_of("xor", 400), [&](double x, double y, double label) {
    CHECK(label == (x * y >= 0 ? 1 : 0));
    for (const double coordinate : {x, y}) {
      CHECK(std::fabs(coordinate) >= 0.3f);
      CHECK(std::fabs(coordinate) <= 5.3f);
    }
    ++quadrants[{x > 0, y > 0}];
  });
  for (const auto& [quadrant, count] : quadrants) CHECK(count == 100);
}

TEST_CASE("above a curve: the class says on which side of it a point is") {
  DataSetup data = data_of("formula", 400);
  const auto above = [&] {
    int count = 0;
    for_each_point(data, [&](double, double, double label) { count += label == 1; });
    return count;
  };
  data.formula = std::string("x^2 / 4 - 2");
  for_each_point(data, [](double x, double y, double label) { CHECK((y > x * x / 4 - 2) == (label == 1)); });
  // Where the formula has no value nothing is above it.
  data.formula = std::string("log(x)");
  for_each_point(data,
                 [](double x, double y, double label) { CHECK((x > 0 && y > std::log(x)) == (label == 1)); });
  data.formula = std::string("-7");
  CHECK(above() == 400);
  data.formula = std::string("7");
  CHECK(above() == 0);
  // Left out, it is the one that the data set has.
  data.formula = std::string("");
  for_each_point(data,
                 [](double x, double y, double label) { CHECK((y > 3 * std::sin(x)) == (label == 1)); });
}

TEST_CASE("four points are the truth table of xor, all of them for training") {
  for (const double low : {-1.0, 0.0}) {
    DataSetup data = data_of("xor_points");
    data.dataset.parameters[0] = low;
    data.train_share = 0.5;
    std::map<std::pair<double, double>, double> table;
    for_each_point(data, [&](double x, double y, double label) { table[{x, y}] = label; });
    CHECK(table == std::map<std::pair<double, double>, double>{
                       {{low, low}, 0}, {{low, 1}, 1}, {{1, low}, 1}, {{1, 1}, 0}});
    CHECK(generate(data).test.size() == 0);
  }
}

/// Mean and variance of one coordinate in one class.
struct Moments {
  double sum = 0, squares = 0;
  int count = 0;

  void add(double x) {
    sum += x;
    squares += x * x;
    ++count;
  }
  [[nodiscard]] double mean() const { return sum / count; }
  [[nodiscard]] double variance() const { return squares / count - mean() * mean(); }
};

TEST_CASE("gaussians: variance 0.5 to 4 about (2, 2) and its mirror image") {
  for (const double noise : {0.0, 0.5}) {
    DataSetup data = data_of("gaussians", 20'000);
    data.noise = noise;
    Moments moments[2][2];
    for_each_point(data, [&](double x, double y, double label) {
      moments[label == 1][0].add(x);
      moments[label == 1][1].add(y);
    });
    for (const auto& cloud : moments) {
      for (const Moments& coordinate : cloud) {
        CHECK(std::fabs(coordinate.mean()) == doctest::Approx(2).epsilon(0.03));
        CHECK(coordinate.variance() == doctest::Approx(noise == 0 ? 0.5 : 4).epsilon(0.06));
      }
    }
    CHECK(moments[1][0].mean() > 0);
    CHECK(moments[1][1].mean() > 0);
    CHECK(moments[0][0].mean() < 0);
  }
}

TEST_CASE("blobs: evenly on a circle of radius 4, from the top clockwise") {
  DataSetup data = data_of("blobs", 20'000);
  data.classes = 5;
  std::map<double, std::pair<Moments, Moments>> blobs;
  for_each_point(data, [&](double x, double y, double label) {
    blobs[label].first.add(x);
    blobs[label].second.add(y);
  });
  CHECK(blobs.size() == 5);
  for (const auto& [label, moments] : blobs) {
    const double angle = 2 * std::numbers::pi * label / 5;
    CHECK(std::fabs(moments.first.mean() - 4 * std::sin(angle)) < 0.03);
    CHECK(std::fabs(moments.second.mean() - 4 * std::cos(angle)) < 0.03);
    CHECK(moments.first.variance() == doctest::Approx(0.2).epsilon(0.06));
  }
}

TEST_CASE("spirals: the angle grows with the radius, and each arm has its own start") {
  for (const char* key : {"two_spirals", "spirals"}) {
    for (const std::size_t classes : {2u, 7u}) {
      DataSetup data = data_of(key, 280);
      data.classes = classes;
      const auto arms = static_cast<double>(class_count(data));
      std::map<double, int> last_points;
      for_each_point(data, [&](double x, double y, double label) {
        const double share = std::hypot(x, y) / 5;
        CHECK(share > 0);
        CHECK(share < 1 + tolerance);
        last_points[label] += share > 1 - tolerance;
        const double turn = data.dataset.parameters[0] * share + label / arms;
        const double difference = std::atan2(x, y) / (2 * std::numbers::pi) - turn;
        CHECK(std::fabs(difference - std::round(difference)) < tolerance);
      });
      CHECK(last_points.size() == class_count(data));
      for (const auto& [label, count] : last_points) CHECK(count == 1);
    }
  }
}

TEST_CASE("spirals: noise moves a point within a square") {
  DataSetup data = data_of("two_spirals");
  const Samples clean = generate(data).train;
  data.noise = 0.3;
  const Samples noisy = generate(data).train;
  for (std::size_t i = 0; i < clean.inputs.size(); ++i)
    CHECK(std::fabs(noisy.inputs[i] - clean.inputs[i]) <= 0.3 + tolerance);
}

TEST_CASE("moons: an upper and a lower half circle") {
  for_each_point(data_of("moons"), [](double x, double y, double label) {
    const double side = label == 0 ? 1 : -1, radius = 10.0 / 3;
    const double dx = x + 0.5 * side * radius, dy = y + 0.25 * side * radius;
    CHECK(std::hypot(dx, dy) == doctest::Approx(radius));
    CHECK(side * dy >= 0);
  });
}

TEST_CASE("rings: one radius per class") {
  DataSetup data = data_of("rings");
  data.classes = 4;
  for_each_point(data, [](double x, double y, double label) {
    CHECK(std::hypot(x, y) == doctest::Approx(1.25 * (label + 1)));
  });
}

TEST_CASE("checkerboard: the class changes from square to square") {
  for (const double side : {1.0, 3.0, 4.5}) {
    DataSetup data = data_of("checkerboard");
    data.dataset.parameters[0] = side;
    for_each_point(data, [&](double x, double y, double label) {
      const double squares = std::floor(x / side) + std::floor(y / side);
      CHECK(label == (std::fmod(squares, 2) == 0 ? 1 : 0));
    });
  }
}

TEST_CASE("plane and hills have the values of TensorFlow Playground") {
  for_each_point(data_of("plane"), [](double x, double y, double value) {
    CHECK(value == doctest::Approx((x + y) / 10).epsilon(tolerance));
  });
  constexpr double hills[][3] = {{-4, 2.5, 1},   {0, 2.5, -1}, {4, 2.5, 1},
                                 {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}};
  for_each_point(data_of("gaussian_hills", 2000), [&](double x, double y, double value) {
    double wanted = 0;
    for (const auto& [cx, cy, sign] : hills) {
      const double height = sign * std::max(0.0, 1 - std::hypot(x - cx, y - cy) / 2);
      if (std::fabs(height) > std::fabs(wanted)) wanted = height;
    }
    CHECK(std::fabs(value - wanted) < tolerance);
  });
}

TEST_CASE("curves have the values of their formulas") {
  const std::pair<const char*, double (*)(double)> curves[] = {
      {"sine", [](double x) { return std::sin(2.5 * x); }},
      {"absolute", [](double x) { return std::fabs(x) / 6; }},
      {"step", [](double x) { return x < 0 ? 0.0 : 1.0; }},
      {"cubic", [](double x) { return std::cos(3 * std::acos(x / 6)); }},
      {"sinc", [](double x) { return std::sin(2.5 * x) / (2.5 * x); }}};
  for (const auto& curve : curves) {
    CAPTURE(curve.first);
    DataSetup data = data_of(curve.first);
    data.dataset.parameters[0] = 2.5;
    const Samples samples = generate(data).train;
    REQUIRE(samples.columns == 1);
    for (std::size_t i = 0; i < samples.size(); ++i)
      CHECK(std::fabs(samples.targets[i] - curve.second(samples.inputs[i])) < tolerance);
  }
}

TEST_CASE("noise of a curve is normal, with the deviation it says") {
  DataSetup data = data_of("absolute", 20'000);
  data.noise = 0.1;
  const Samples samples = generate(data).train;
  Moments moments;
  for (std::size_t i = 0; i < samples.size(); ++i)
    moments.add(samples.targets[i] - std::fabs(samples.inputs[i]) / 6);
  CHECK(std::fabs(moments.mean()) < 0.003);
  CHECK(moments.variance() == doctest::Approx(0.01).epsilon(0.04));
}

TEST_CASE("iris has the means of Fisher's table, fifty flowers of each species") {
  const Samples samples = generate(data_of("iris")).train;
  REQUIRE(samples.size() == 150);
  const struct {
    double mean, centre, scale;
  } columns[] = {{3.758, 3.8, 1.8}, {1.1993333, 1.2, 0.8}, {5.8433333, 5.8, 0.8}, {3.0573333, 3.1, 0.4}};
  for (std::size_t c = 0; c < 4; ++c) {
    double sum = 0;
    for (std::size_t i = 0; i < 150; ++i)
      sum += columns[c].centre + columns[c].scale * double{samples.inputs[c * 150 + i]};
    CHECK(sum / 150 == doctest::Approx(columns[c].mean).epsilon(tolerance));
  }
  // Setosa has the small petals.
  for (std::size_t i = 0; i < 150; ++i) CHECK((samples.inputs[i] < -0.9f) == (samples.targets[i] == 0));
}

TEST_CASE("digits hold the first zero of the test set, pixel by pixel") {
  const Samples samples = generate(data_of("digits")).train;
  REQUIRE(samples.size() == 500);
  constexpr int zero[] = {0, 0,  5, 13, 9,  1, 0,  0, 0,  0,  13, 15, 10, 15, 5, 0,  0,  3, 15, 2, 0,  11,
                          8, 0,  0, 4,  12, 0, 0,  8, 8,  0,  0,  5,  8,  0,  0, 9,  8,  0, 0,  4, 11, 0,
                          1, 12, 7, 0,  0,  2, 14, 5, 10, 12, 0,  0,  0,  0,  6, 13, 10, 0, 0,  0};
  int found = 0;
  for (std::size_t i = 0; i < 500; ++i) {
    bool same = samples.targets[i] == 0;
    for (std::size_t p = 0; p < 64; ++p)
      same = same && samples.inputs[p * 500 + i] == (static_cast<float>(zero[p]) - 8) / 8;
    found += same;
  }
  CHECK(found == 1);
}

}  // namespace
}  // namespace lab
