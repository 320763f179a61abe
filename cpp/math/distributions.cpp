#include "math/distributions.h"

#include "math/normal_quantile.h"

namespace lab {

void fill_uniform(std::span<float> numbers, double lower, double upper, Random& random) {
  for (float& number : numbers) number = static_cast<float>(lower + (upper - lower) * random.uniform());
}

void fill_normal(std::span<float> numbers, double mean, double deviation, Random& random) {
  for (float& number : numbers)
    number = static_cast<float>(mean + deviation * normal_quantile(random.open_uniform()));
}

}  // namespace lab
