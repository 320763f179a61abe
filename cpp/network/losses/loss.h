#pragma once

#include <concepts>
#include <cstddef>

#include "network/catalogue_info.h"
#include "network/lanes.h"
#include "simd/f64x2.h"

namespace lab {

/// What the output layer must give.
enum class OutputRule { any, logits, probabilities };

struct LossInfo {
  ChoiceInfo choice;
  /// Code that makes the same of Keras 3; `{name}` stands for a parameter.
  std::string_view keras;
  StaticList<Task, 4> tasks;
  OutputRule outputs = OutputRule::any;
  /// The classes of a binary task are -1 and 1, not 0 and 1.
  bool signed_targets = false;
};

/// A batch, unit by unit: outputs[unit * lanes + sample]. `lanes` is a multiple of four; the lanes from
/// `samples` on are padding. A multi-class target has a 1 in the row of its class.
struct LossArguments {
  const float* outputs;
  const float* targets;
  std::size_t units;
  std::size_t samples;
  std::size_t lanes;
  const double* parameters;
};

/// The gradient of the batch's mean loss by the outputs; 0 in the padding.
using LossGradient = void (*)(const LossArguments& arguments, float* gradient);
/// The sum of the samples' losses.
using LossTotal = double (*)(const LossArguments& arguments);

/// A loss that is a sum, or a mean, over the outputs of a sample: one number from each output and its target.
/// `derivative` runs in `Lanes`.
template <class L>
concept ElementwiseLoss = requires(double output, typename L::Lanes lanes, const double* parameters) {
  { L::value(output, output, parameters) } -> std::same_as<double>;
  { L::derivative(lanes, lanes, parameters) } -> std::same_as<typename L::Lanes>;
  { L::mean_over_outputs } -> std::convertible_to<bool>;
};

/// A loss that needs all outputs of a sample together.
template <class L>
concept VectorLoss = requires(const LossArguments& arguments, float* gradient) {
  { L::total(arguments) } -> std::same_as<double>;
  L::gradient(arguments, gradient);
};

template <ElementwiseLoss L>
void elementwise_gradient(const LossArguments& arguments, float* gradient) {
  // Copies, which no store can change.
  const auto [outputs, targets, units, samples, lanes, parameters] = arguments;
  const f32x4 scale(1.0f / static_cast<float>(L::mean_over_outputs ? samples * units : samples));
  LAB_ROLLED for (std::size_t i = 0; i < units * lanes; i += 4) {
    const f32x4 output = load(outputs + i), target = load(targets + i);
    f32x4 slope;
    if constexpr (std::same_as<typename L::Lanes, f32x4>)
      slope = L::derivative(output, target, parameters);
    else
      slope = demote(L::derivative(promote_low(output), promote_low(target), parameters),
                     L::derivative(promote_high(output), promote_high(target), parameters));
    store(gradient + i, slope * scale);
  }
  for (std::size_t lane = samples & ~std::size_t{3}; lane < lanes; lane += 4) {
    const mask32x4 real = lanes_below(samples, lane);
    for (std::size_t i = lane; i < units * lanes; i += lanes)
      store(gradient + i, keep(real, load(gradient + i)));
  }
}

template <ElementwiseLoss L>
double elementwise_total(const LossArguments& arguments) {
  double total = 0;
  for (std::size_t unit = 0; unit < arguments.units; ++unit) {
    const std::size_t row = unit * arguments.lanes;
    for (std::size_t sample = 0; sample < arguments.samples; ++sample)
      total +=
          L::value(arguments.outputs[row + sample], arguments.targets[row + sample], arguments.parameters);
  }
  return L::mean_over_outputs ? total / static_cast<double>(arguments.units) : total;
}

}  // namespace lab
