#include "network/normalization.h"

#include "network/lanes.h"

namespace lab {

namespace {

f32x4 zero_lanes() {
  return f32x4(0.0f);
}

/// Gradients of scale and shift; delta becomes the gradient by the normalised number.
void differentiate_affine(const NormalizationArguments& arguments, float* delta,
                          const NormalizationGradient& gradient) {
  for (std::size_t unit = 0; unit < arguments.units; ++unit) {
    const std::size_t row = unit * arguments.lanes;
    const f32x4 scale(arguments.scale[unit]);
    f32x4 scale_sum = zero_lanes(), shift_sum = zero_lanes();
    for (std::size_t lane = row; lane < row + arguments.lanes; lane += 4) {
      const f32x4 slope = load(delta + lane);
      scale_sum = scale_sum + slope * load(arguments.normalized + lane);
      shift_sum = shift_sum + slope;
      store(delta + lane, slope * scale);
    }
    gradient.scale[unit] = horizontal_sum(scale_sum);
    gradient.shift[unit] = horizontal_sum(shift_sum);
  }
}

/// One unit: (x - mean) * inverse deviation, then scale and shift.
void normalize_unit(const NormalizationArguments& arguments, std::size_t unit, float mean,
                    float inverse_deviation) {
  const f32x4 scale(arguments.scale[unit]), shift(arguments.shift[unit]);
  const std::size_t row = unit * arguments.lanes;
  for (std::size_t lane = row; lane < row + arguments.lanes; lane += 4) {
    const f32x4 normalized = (load(arguments.normalized + lane) - f32x4(mean)) * f32x4(inverse_deviation);
    store(arguments.normalized + lane, normalized);
    store(arguments.result + lane, normalized * scale + shift);
  }
}

float inverse_deviation_of(float variance) {
  return 1.0f / __builtin_sqrtf(variance + normalization_epsilon);
}

}  // namespace

void normalize_layer(const NormalizationArguments& arguments) {
  const f32x4 count(static_cast<float>(arguments.units));
  for (std::size_t lane = 0; lane < arguments.lanes; lane += 4) {
    float* const x = arguments.normalized + lane;
    f32x4 sum = zero_lanes();
    for (std::size_t unit = 0; unit < arguments.units; ++unit) sum = sum + load(x + unit * arguments.lanes);
    const f32x4 mean = sum / count;
    f32x4 squares = zero_lanes();
    for (std::size_t unit = 0; unit < arguments.units; ++unit) {
      const f32x4 centred = load(x + unit * arguments.lanes) - mean;
      squares = squares + centred * centred;
    }
    const f32x4 inverse = f32x4(1.0f) / sqrt(squares / count + f32x4(normalization_epsilon));
    store(arguments.inverse_deviation + lane, inverse);
    for (std::size_t unit = 0; unit < arguments.units; ++unit) {
      const f32x4 normalized = (load(x + unit * arguments.lanes) - mean) * inverse;
      store(x + unit * arguments.lanes, normalized);
      store(arguments.result + lane + unit * arguments.lanes,
            normalized * f32x4(arguments.scale[unit]) + f32x4(arguments.shift[unit]));
    }
  }
}

void normalize_batch(const NormalizationArguments& arguments, const RunningStatistics& running) {
  const auto count = static_cast<float>(arguments.samples);
  for (std::size_t unit = 0; unit < arguments.units; ++unit) {
    const float* const x = arguments.normalized + unit * arguments.lanes;
    f32x4 sum = zero_lanes();
    for (std::size_t lane = 0; lane < arguments.lanes; lane += 4)
      sum = sum + keep(lanes_below(arguments.samples, lane), load(x + lane));
    const float mean = horizontal_sum(sum) / count;
    f32x4 squares = zero_lanes();
    for (std::size_t lane = 0; lane < arguments.lanes; lane += 4) {
      const f32x4 centred = keep(lanes_below(arguments.samples, lane), load(x + lane) - f32x4(mean));
      squares = squares + centred * centred;
    }
    const float total = horizontal_sum(squares);
    const float inverse = inverse_deviation_of(total / count);
    arguments.inverse_deviation[unit] = inverse;
    running.mean_after[unit] = (1 - running_momentum) * running.mean_before[unit] + running_momentum * mean;
    running.variance_after[unit] =
        (1 - running_momentum) * running.variance_before[unit] + running_momentum * (total / (count - 1));
    normalize_unit(arguments, unit, mean, inverse);
  }
}

void normalize_by_running(const NormalizationArguments& arguments, const float* mean, const float* variance) {
  for (std::size_t unit = 0; unit < arguments.units; ++unit)
    normalize_unit(arguments, unit, mean[unit], inverse_deviation_of(variance[unit]));
}

void differentiate_layer_normalization(const NormalizationArguments& arguments, float* delta,
                                       const NormalizationGradient& gradient) {
  differentiate_affine(arguments, delta, gradient);
  const f32x4 count(static_cast<float>(arguments.units));
  for (std::size_t lane = 0; lane < arguments.lanes; lane += 4) {
    f32x4 sum = zero_lanes(), projection = zero_lanes();
    for (std::size_t unit = 0; unit < arguments.units; ++unit) {
      const std::size_t i = unit * arguments.lanes + lane;
      sum = sum + load(delta + i);
      projection = projection + load(delta + i) * load(arguments.normalized + i);
    }
    const f32x4 mean = sum / count, mean_projection = projection / count;
    const f32x4 inverse = load(arguments.inverse_deviation + lane);
    for (std::size_t unit = 0; unit < arguments.units; ++unit) {
      const std::size_t i = unit * arguments.lanes + lane;
      store(delta + i, (load(delta + i) - mean - load(arguments.normalized + i) * mean_projection) * inverse);
    }
  }
}

void differentiate_batch_normalization(const NormalizationArguments& arguments, float* delta,
                                       const NormalizationGradient& gradient) {
  differentiate_affine(arguments, delta, gradient);
  const auto count = static_cast<float>(arguments.samples);
  for (std::size_t unit = 0; unit < arguments.units; ++unit) {
    float* const slopes = delta + unit * arguments.lanes;
    const float* const normalized = arguments.normalized + unit * arguments.lanes;
    // Padding: the gradient is 0 there, so that it adds nothing to either sum.
    f32x4 sum = zero_lanes(), projection = zero_lanes();
    for (std::size_t lane = 0; lane < arguments.lanes; lane += 4) {
      sum = sum + load(slopes + lane);
      projection = projection + load(slopes + lane) * load(normalized + lane);
    }
    const f32x4 mean(horizontal_sum(sum) / count), mean_projection(horizontal_sum(projection) / count);
    const f32x4 inverse(arguments.inverse_deviation[unit]);
    for (std::size_t lane = 0; lane < arguments.lanes; lane += 4) {
      const f32x4 slope = (load(slopes + lane) - mean - load(normalized + lane) * mean_projection) * inverse;
      store(slopes + lane, keep(lanes_below(arguments.samples, lane), slope));
    }
  }
}

void differentiate_by_running(const NormalizationArguments& arguments, const float* variance, float* delta,
                              const NormalizationGradient& gradient) {
  differentiate_affine(arguments, delta, gradient);
  for (std::size_t unit = 0; unit < arguments.units; ++unit) {
    const f32x4 inverse(inverse_deviation_of(variance[unit]));
    float* const slopes = delta + unit * arguments.lanes;
    for (std::size_t lane = 0; lane < arguments.lanes; lane += 4)
      store(slopes + lane, load(slopes + lane) * inverse);
  }
}

}  // namespace lab
