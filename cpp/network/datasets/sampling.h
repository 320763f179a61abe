#pragma once

#include <cstddef>
#include <numbers>

#include "math/scalar.h"
#include "network/datasets/dataset.h"

// What data sets of the plane are made with. Every function uses one random integer for each number it draws.
namespace lab {

/// The radius of TensorFlow Playground's circle and spirals, and half the side of its squares.
inline constexpr double disc_radius = 5;
inline constexpr double square_half_side = 6;

/// Uniform between the limits, and a float: the rule of a data set applies to the very numbers that are kept.
inline double uniform(Random& random, double lower, double upper) {
  return static_cast<float>(lower + (upper - lower) * random.open_uniform());
}

double normal(Random& random, double deviation);

/// The place of a sample among those of its class. Classes take turns, so that their sizes differ by one at
/// most.
struct ClassMember {
  std::size_t label;
  std::size_t rank;
  std::size_t count;

  /// The middle of one of `count` equal parts of [0, 1).
  [[nodiscard]] double position() const {
    return (static_cast<double>(rank) + 0.5) / static_cast<double>(count);
  }
};

constexpr ClassMember class_member(const DatasetArguments& arguments, std::size_t index) {
  const std::size_t label = index % arguments.classes;
  return {.label = label,
          .rank = index / arguments.classes,
          .count = (arguments.samples - label + arguments.classes - 1) / arguments.classes};
}

/// At an angle that is 0 on the axis of x2 and grows clockwise, as TensorFlow Playground's.
inline LabelledPoint polar_point(double radius, double angle, std::size_t label = 0) {
  return {.x1 = radius * sin(f64(angle)).value,
          .x2 = radius * cos(f64(angle)).value,
          .target = static_cast<double>(label)};
}

/// The point moved by normal noise in both directions.
LabelledPoint moved_normally(LabelledPoint point, double deviation, Random& random);

/// The point moved by noise that is uniform in a square. TensorFlow Playground's classes, and its values, are
/// those of a point so moved, while the point itself stays.
LabelledPoint moved_uniformly(LabelledPoint point, double half_side, Random& random);

/// A point of the square with the value of a place beside it.
template <class Value>
LabelledPoint with_value_nearby(const DatasetArguments& arguments, Value value) {
  LabelledPoint point{.x1 = uniform(arguments.random, -square_half_side, square_half_side),
                      .x2 = uniform(arguments.random, -square_half_side, square_half_side),
                      .target = 0};
  const LabelledPoint place =
      moved_uniformly(point, square_half_side * arguments.noise, arguments.noise_random);
  point.target = value(place.x1, place.x2);
  return point;
}

/// A point on one of several spiral arms, moved within a square as large as the noise.
LabelledPoint spiral_point(const DatasetArguments& arguments, std::size_t index, double turns);

}  // namespace lab
