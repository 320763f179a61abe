#include "analysis/training/layer_statistics.h"

#include <algorithm>

#include "analysis/training/effective_rank.h"

namespace lab {

namespace {

/// Counts for each of four lanes how often a mask was set.
class LaneCounter {
 public:
  void add(mask32x4 mask) { negative_ = negative_ + i32x4{mask.lanes}; }

  [[nodiscard]] std::size_t total() const {
    std::int32_t sum = 0;
    for (int lane = 0; lane < 4; ++lane) sum -= negative_.lanes[lane];
    return static_cast<std::size_t>(sum);
  }

 private:
  i32x4 negative_ = i32x4::broadcast(0);
};

f32x4 one_where(mask32x4 mask) {
  return keep(mask, f32x4(1.0f));
}

/// |sum of signs| / count over what the layer sees of four samples; -1 where all of it is 0.
f32x4 agreement_of_inputs(const LayerBlock& block, std::size_t lane) {
  const f32x4 zero(0.0f);
  f32x4 sum = zero, count = zero;
  for (std::size_t input = 0; input < block.layer.inputs; ++input) {
    const f32x4 x = load(block.x + input * block.lanes + lane);
    const f32x4 positive = one_where(x > zero), negative = one_where(x < zero);
    sum = sum + (positive - negative);
    count = count + (positive + negative);
  }
  return select(count == zero, f32x4(-1.0f), abs(sum) / count);
}

double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

void set_moments(const Moments& moments, Distribution& distribution) {
  distribution.mean = moments.mean();
  distribution.deviation = moments.deviation();
}

}  // namespace

LayerStatistics::LayerStatistics(const LayerShape& layer) : units_(layer.units), activations_(layer.units) {}

void LayerStatistics::clear() {
  std::fill(units_.begin(), units_.end(), Unit{});
  activations_.clear();
  pre_activation_range_ = activation_range_ = {};
  delta_squares_ = 0;
}

void LayerStatistics::add_forward(const LayerBlock& block, const ObservationOptions& options,
                                  std::span<double> room) {
  const std::size_t count = units_.size() * block.lanes;
  pre_activation_range_.add(block.buffers.pre_activation, count);
  activation_range_.add(block.buffers.activation, count);
  activations_.add(block.buffers.activation, block.samples, block.lanes, room);
  for (std::size_t u = 0; u < units_.size(); ++u)
    units_[u].pre_activation.add(block.buffers.pre_activation + u * block.lanes, block.samples, block.lanes);
  count_slopes(block, options);
}

void LayerStatistics::count_slopes(const LayerBlock& block, const ObservationOptions& options) {
  const auto threshold = static_cast<float>(options.saturation_threshold),
             inactive = static_cast<float>(options.inactive_slope);
  for (std::size_t u = 0; u < units_.size(); ++u) {
    if (block.layer.is_linear) {
      units_[u].saturated += 1 < threshold ? block.samples : 0;
      units_[u].active += 1 > inactive ? block.samples : 0;
      continue;
    }
    LaneCounter saturated, inert;
    for (std::size_t lane = 0; lane < block.lanes; lane += 4) {
      const mask32x4 real = lanes_below(block.samples, lane);
      const f32x4 slope = abs(load(block.buffers.delta + u * block.lanes + lane));
      saturated.add(real & (slope < f32x4(threshold)));
      // NaN is not inactive.
      inert.add(real & (slope <= f32x4(inactive)));
    }
    units_[u].saturated += saturated.total();
    units_[u].active += block.samples - inert.total();
  }
}

void LayerStatistics::add_backward(const LayerBlock& block) {
  f64x2 low = 0.0, high = 0.0;
  for (std::size_t i = 0; i < units_.size() * block.lanes; i += 4) {
    const f32x4 delta = load(block.buffers.delta + i);
    const f64x2 a = promote_low(delta), b = promote_high(delta);
    low = low + a * a;
    high = high + b * b;
  }
  const f64x2 sum = low + high;
  delta_squares_ += sum.lanes[0] + sum.lanes[1];
  compare_signs(block);
}

/// A sample's gradient by a weight is delta times the input: within a unit, the inputs alone tell which signs
/// are the same.
void LayerStatistics::compare_signs(const LayerBlock& block) {
  const f32x4 zero(0.0f);
  float agreements[Inspection::block_size];
  for (std::size_t lane = 0; lane < block.lanes; lane += 4)
    store(agreements + lane,
          select(lanes_below(block.samples, lane), agreement_of_inputs(block, lane), f32x4(-1.0f)));
  for (std::size_t u = 0; u < units_.size(); ++u) {
    LaneCounter with_gradients;
    f32x4 sum = zero;
    for (std::size_t lane = 0; lane < block.lanes; lane += 4) {
      const f32x4 delta = load(block.buffers.delta + u * block.lanes + lane),
                  agreement = load(agreements + lane);
      const mask32x4 has = (!(delta == zero)) & (agreement >= zero);
      with_gradients.add(has);
      sum = sum + keep(has, agreement);
    }
    units_[u].with_gradients += with_gradients.total();
    units_[u].agreement += horizontal_sum(sum);
  }
}

void LayerStatistics::write(std::size_t samples, std::span<double> room, LayerObservation& result) {
  Moments pre_activations, activations;
  std::size_t saturated = 0;
  for (std::size_t u = 0; u < units_.size(); ++u) {
    const Unit& unit = units_[u];
    UnitObservation& seen = result.units[u];
    set_moments(unit.pre_activation, seen.pre_activation);
    set_moments(activations_.moments(u), seen.activation);
    pre_activations.merge(unit.pre_activation);
    activations.merge(activations_.moments(u));
    seen.saturated = share(unit.saturated, samples);
    seen.active = share(unit.active, samples);
    seen.dead = unit.active == 0;
    seen.sign_agreement =
        unit.with_gradients != 0 ? unit.agreement / static_cast<double>(unit.with_gradients) : 0;
    saturated += unit.saturated;
  }
  set_moments(pre_activations, result.pre_activation);
  set_moments(activations, result.activation);
  result.saturated = share(saturated, samples * units_.size());
  result.pre_activation_gradient_norm = __builtin_sqrt(delta_squares_);
  result.effective_rank = effective_rank(activations_, room);
}

}  // namespace lab
