#include "analysis/training/flatten.h"

#include <limits>

namespace lab {

namespace {

constexpr double not_there = std::numeric_limits<double>::quiet_NaN();

/// Of a distribution besides its counts, of a layer besides its distributions and units, of a unit besides
/// its distributions.
constexpr std::size_t distribution_numbers = 4, layer_numbers = 5, unit_numbers = 6;

class Numbers {
 public:
  void add(double number) { numbers_.push_back(number); }
  void add(const std::optional<double>& number) { add(number.value_or(not_there)); }
  void add(const std::optional<std::uint64_t>& number) {
    add(number ? static_cast<double>(*number) : not_there);
  }
  void add(const Distribution& distribution) {
    add(distribution.mean);
    add(distribution.deviation);
    add(distribution.histogram.lower);
    add(distribution.histogram.upper);
    for (const std::uint32_t count : distribution.histogram.counts) add(static_cast<double>(count));
  }
  void add(const UnitObservation& unit) {
    add(unit.pre_activation);
    add(unit.activation);
    add(unit.saturated);
    add(unit.active);
    add(unit.dead ? 1.0 : 0.0);
    add(unit.died_at);
    add(unit.revived_at);
    add(unit.sign_agreement);
  }
  void add(const LayerObservation& layer) {
    add(layer.pre_activation);
    add(layer.activation);
    add(layer.saturated);
    add(layer.weight_gradient_norm);
    add(layer.pre_activation_gradient_norm);
    add(layer.update_ratio);
    add(layer.effective_rank);
    for (const UnitObservation& unit : layer.units) add(unit);
  }

  [[nodiscard]] std::vector<double> take() { return std::move(numbers_); }

 private:
  std::vector<double> numbers_;
};

class Floats {
 public:
  void add(float number) { floats_.push_back(number); }
  void add(const std::vector<float>& numbers) {
    floats_.insert(floats_.end(), numbers.begin(), numbers.end());
  }
  void add(const std::optional<float>& number) {
    if (number) add(*number);
  }
  void add(const std::optional<TracedNumber>& number) {
    if (!number) return;
    add(number->value);
    add(number->gradient);
  }
  void add(const UnitTrace& unit) {
    for (const TracedNumber& weight : unit.weights) add(weight.value);
    for (const TracedNumber& weight : unit.weights) add(weight.gradient);
    add(unit.products);
    add(unit.bias);
    add(unit.linear);
    add(unit.normalized);
    add(unit.scale);
    add(unit.shift);
    add(unit.pre_activation);
    add(unit.activation);
    add(unit.slope);
    add(unit.output);
    add(unit.output_gradient);
    add(unit.delta);
  }
  void add(const LayerTrace& layer) {
    add(layer.inputs);
    for (const UnitTrace& unit : layer.units) add(unit);
    add(layer.learned_slope);
  }

  [[nodiscard]] std::vector<float> take() { return std::move(floats_); }

 private:
  std::vector<float> floats_;
};

}  // namespace

std::vector<double> flatten(const Observation& observation) {
  Numbers numbers;
  for (const LayerObservation& layer : observation.layers) numbers.add(layer);
  return numbers.take();
}

std::uint64_t flattened_size(const Network& network, const ObservationOptions& options) {
  const std::uint64_t distributions = 2 * (distribution_numbers + std::uint64_t{options.bins});
  return network.layers().size() * (distributions + layer_numbers) +
         network.unit_count() * (distributions + unit_numbers);
}

std::vector<float> flatten(const Trace& trace) {
  Floats floats;
  for (const LayerTrace& layer : trace.layers) floats.add(layer);
  floats.add(trace.targets);
  return floats.take();
}

std::vector<double> flatten(const CollapsedLayers& layers) {
  std::vector<double> numbers{static_cast<double>(layers.inputs), static_cast<double>(layers.units),
                              layers.largest_difference};
  numbers.insert(numbers.end(), layers.weights.begin(), layers.weights.end());
  numbers.insert(numbers.end(), layers.bias.begin(), layers.bias.end());
  return numbers;
}

std::vector<double> flatten(const std::vector<std::vector<SignAgreement>>& agreements) {
  std::vector<double> numbers;
  for (const std::vector<SignAgreement>& layer : agreements) {
    for (const SignAgreement& unit : layer) {
      numbers.push_back(unit.agreement);
      numbers.push_back(unit.unanimous);
    }
  }
  return numbers;
}

}  // namespace lab
