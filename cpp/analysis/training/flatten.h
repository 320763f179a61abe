#pragma once

#include <vector>

#include "analysis/training/linear_stack.h"
#include "analysis/training/observation.h"
#include "analysis/training/sign_agreement.h"
#include "analysis/training/trace.h"

// Analyses as plain lists of numbers, which cross a boundary at no cost. A reader knows the shape of the
// network and takes the numbers in the order in which they were put.
namespace lab {

/// By layer: both distributions, the shares and norms in the order of LayerObservation, then by unit the
/// numbers of UnitObservation in their order. A distribution is its mean, its deviation, lower and upper
/// limit and the counts of its histogram. NaN stands for what is not there.
std::vector<double> flatten(const Observation& observation);

/// How many numbers that will be.
std::uint64_t flattened_size(const Network& network, const ObservationOptions& options);

/// By layer: inputs, then by unit the numbers of UnitTrace in their order, then the learned slope; at last
/// the targets. Lists come one after the other (all weights, then all their gradients), a single traced
/// number as value and gradient; what a layer does not have is left out.
std::vector<float> flatten(const Trace& trace);

/// Inputs, units, largest difference, weights, bias.
std::vector<double> flatten(const CollapsedLayers& layers);

/// By layer and unit: agreement, unanimous.
std::vector<double> flatten(const std::vector<std::vector<SignAgreement>>& agreements);

}  // namespace lab
