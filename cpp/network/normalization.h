#pragma once

#include <cstddef>

namespace lab {

/// PyTorch's.
inline constexpr float normalization_epsilon = 1e-5f;
inline constexpr float running_momentum = 0.1f;

/// Numbers of one layer, unit by unit: array[unit * lanes + sample]; the lanes from `samples` on are padding.
struct NormalizationArguments {
  std::size_t units;
  std::size_t samples;
  std::size_t lanes;
  /// Per unit.
  const float* scale;
  const float* shift;
  /// Read, and replaced by its normalised form, before scale and shift.
  float* normalized;
  /// 1 / deviation: per sample (layer) or per unit (batch).
  float* inverse_deviation;
  float* result;
};

/// Each sample over the units of the layer (Ba, Kiros, Hinton 2016).
void normalize_layer(const NormalizationArguments& arguments);

/// Each unit over the samples of the batch, at least two (Ioffe, Szegedy 2015). The running statistics after
/// it come from those before it; the variance in them is the unbiased one, as in PyTorch.
struct RunningStatistics {
  const float* mean_before;
  const float* variance_before;
  float* mean_after;
  float* variance_after;
};
void normalize_batch(const NormalizationArguments& arguments, const RunningStatistics& running);

/// By the running statistics instead of those of the batch.
void normalize_by_running(const NormalizationArguments& arguments, const float* mean, const float* variance);

/// Where the gradients of scale and shift go.
struct NormalizationGradient {
  float* scale;
  float* shift;
};

/// On entry `delta` is the gradient by the result, on return by the number before normalisation. 0 in the
/// padding.
void differentiate_layer_normalization(const NormalizationArguments& arguments, float* delta,
                                       const NormalizationGradient& gradient);
void differentiate_batch_normalization(const NormalizationArguments& arguments, float* delta,
                                       const NormalizationGradient& gradient);
/// Of normalize_by_running, whose statistics are constants.
void differentiate_by_running(const NormalizationArguments& arguments, const float* variance, float* delta,
                              const NormalizationGradient& gradient);

}  // namespace lab
