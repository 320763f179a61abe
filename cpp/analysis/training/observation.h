#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "network/problem.h"

namespace lab {

/// Equal bins from `lower` to `upper`. What lies outside is in the outermost bins, what is not finite in
/// none.
struct Histogram {
  double lower = 0;
  double upper = 0;
  std::vector<std::uint32_t> counts;
};

/// NaN where one of the numbers is not finite.
struct Distribution {
  double mean = 0;
  /// Root of the mean squared distance from the mean.
  double deviation = 0;
  Histogram histogram;
};

/// Of one unit over the whole training data. A unit is active for a sample where the slope f' of its
/// activation lets a gradient through: |f'| > ObservationOptions::inactive_slope.
struct UnitObservation {
  /// Binned as those of the layer.
  Distribution pre_activation;
  Distribution activation;
  /// Share of the samples with |f'| below the threshold.
  double saturated = 0;
  /// Share of the samples for which the unit is active.
  double active = 0;
  /// Active for no sample: no training can change what is below it. A large negative bias kills a ReLU, a
  /// leaky ReLU never dies, and of a step function every unit is dead.
  bool dead = false;
  /// Steps at which it was first seen dead, and last seen alive again; filled in by a LifeLog.
  std::optional<std::uint64_t> died_at = {};
  std::optional<std::uint64_t> revived_at = {};
  /// |sum of signs| / count over a sample's gradients by the incoming weights that are not 0, mean over the
  /// samples that have any: 1 where all agree. 0 if no sample has any.
  double sign_agreement = 0;
};

/// Of one layer over the whole training data. Gradients are those of the mean loss of all samples, without
/// penalties.
struct LayerObservation {
  /// What the activation is applied to.
  Distribution pre_activation;
  /// What the next layer sees: f of it, plus the input of a residual layer.
  Distribution activation;
  /// Share of all unit-sample pairs with |f'| below the threshold.
  double saturated = 0;
  std::vector<UnitObservation> units;
  /// Euclidean norm of the gradient by the weights, biases left out.
  double weight_gradient_norm = 0;
  /// By W x + b: over all units and samples.
  double pre_activation_gradient_norm = 0;
  /// Norm of the last change of the weights divided by the norm of the weights before it. None before the
  /// first step, or if the weights were set since; NaN or infinite where they were all 0.
  std::optional<double> update_ratio = {};
  /// exp of the entropy of the normalised singular values of the centred activations (Roy, Vetterli 2007):
  /// from 1 to the number of units. 0 if no activation varies, NaN if one is not finite.
  double effective_rank = 0;
};

/// A network over the whole training data, with batch normalisation by its running statistics.
struct Observation {
  /// Steps taken.
  std::uint64_t step = 0;
  std::vector<LayerObservation> layers;
};

struct HistogramLimits {
  double lower;
  double upper;
};

struct ObservationOptions {
  /// 1 to max_histogram_bins.
  std::size_t bins = 32;
  /// Finite, the lower one below the upper one. None: each layer's smallest and largest finite number; half a
  /// unit apart from it on both sides if there is but one.
  std::optional<HistogramLimits> pre_activation_limits = {};
  std::optional<HistogramLimits> activation_limits = {};
  /// Of |f'|, not negative.
  double saturation_threshold = 0.01;
  double inactive_slope = 0;
};

inline constexpr std::size_t max_histogram_bins = 512;

/// All that is wrong with the options.
Problems validate(const ObservationOptions& options);

}  // namespace lab
