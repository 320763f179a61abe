#include "network/datasets/sampling.h"

#include "math/normal_quantile.h"

namespace lab {

double normal(Random& random, double deviation) {
  return deviation * normal_quantile(random.open_uniform());
}

LabelledPoint moved_normally(LabelledPoint point, double deviation, Random& random) {
  point.x1 += normal(random, deviation);
  point.x2 += normal(random, deviation);
  return point;
}

LabelledPoint moved_uniformly(LabelledPoint point, double half_side, Random& random) {
  point.x1 += uniform(random, -half_side, half_side);
  point.x2 += uniform(random, -half_side, half_side);
  return point;
}

LabelledPoint spiral_point(const DatasetArguments& arguments, std::size_t index, double turns) {
  const ClassMember member = class_member(arguments, index);
  const double share = static_cast<double>(member.rank + 1) / static_cast<double>(member.count);
  const double start = static_cast<double>(member.label) / static_cast<double>(arguments.classes);
  const double angle = 2 * std::numbers::pi * (turns * share + start);
  return moved_uniformly(polar_point(disc_radius * share, angle, member.label), arguments.noise,
                         arguments.noise_random);
}

}  // namespace lab
