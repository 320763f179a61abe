#include "network/penalties.h"

#include "network/lanes.h"
#include "simd/f64x2.h"

namespace lab {

void add_penalties(const Network& network, const float* parameters, double l1, double l2, float* gradient) {
  const f32x4 decay(l2), pull(l1), zero(0.0f);
  for (const LayerShape& layer : network.layers()) {
    for (std::size_t unit = 0; unit < layer.units; ++unit) {
      const std::size_t row = layer.weights + unit * layer.row_stride;
      for (std::size_t i = 0; i < layer.inputs; i += 4) {
        // A bias may follow the weights.
        const f32x4 weight = keep(lanes_below(layer.inputs, i), load(parameters + row + i));
        const f32x4 sign = select(weight == zero, zero, copysign(f32x4(1.0f), weight));
        store(gradient + row + i, load(gradient + row + i) + decay * weight + pull * sign);
      }
    }
  }
}

void clip_norm(float* gradient, std::size_t count, double limit) {
  f64x2 low = 0.0, high = 0.0;
  for (std::size_t i = 0; i < count; i += 4) {
    const f64x2 a = promote_low(load(gradient + i)), b = promote_high(load(gradient + i));
    low = low + a * a;
    high = high + b * b;
  }
  const f64x2 sum = low + high;
  const double norm = __builtin_sqrt(sum.lanes[0] + sum.lanes[1]);
  const double factor = limit / (norm + 1e-6);
  if (factor >= 1) return;
  const f32x4 scale(factor);
  for (std::size_t i = 0; i < count; i += 4) store(gradient + i, load(gradient + i) * scale);
}

}  // namespace lab
