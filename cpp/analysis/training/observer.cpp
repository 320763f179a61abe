#include "analysis/training/observer.h"

#include <algorithm>

namespace lab {

namespace {

std::size_t room_needed(const Network& network) {
  std::size_t units = 0;
  for (const LayerShape& layer : network.layers()) units = std::max(units, layer.units);
  return std::max(ScatterMatrix::room_needed(units, Inspection::block_size), 2 * units);
}

/// The sum of squares of a layer's weights, or of what stands in their place, as `number(index)` gives it.
template <class Number>
double weight_squares(const LayerShape& layer, Number number) {
  double sum = 0;
  for (std::size_t unit = 0; unit < layer.units; ++unit) {
    const std::size_t row = layer.weights + unit * layer.row_stride;
    for (std::size_t i = row; i < row + layer.inputs; ++i) {
      const double value = number(i);
      sum += value * value;
    }
  }
  return sum;
}

}  // namespace

Observer::Observer(const Trainer& trainer)
    : inspection_(trainer),
      gradient_(trainer.network().parameter_floats()),
      room_(room_needed(trainer.network())) {
  for (const LayerShape& layer : trainer.network().layers()) {
    statistics_.emplace_back(layer);
    observation_.layers.emplace_back().units.resize(layer.units);
  }
}

std::uint64_t Observer::bytes_needed(const Network& network) {
  std::uint64_t doubles = room_needed(network), bytes = 0;
  for (const LayerShape& layer : network.layers()) {
    doubles += ScatterMatrix::numbers_needed(layer.units);
    bytes += sizeof(LayerStatistics) + sizeof(LayerObservation) +
             layer.units * (sizeof(UnitObservation) + LayerStatistics::bytes_per_unit());
  }
  const std::uint64_t floats = Inspection::floats_needed(network) + network.parameter_floats();
  return sizeof(Observer) + bytes + doubles * sizeof(double) + floats * sizeof(float);
}

template <class Visit>
void Observer::for_each_block(Visit visit) {
  const std::size_t size = inspection_.trainer().table(Split::train).size();
  for (std::size_t first = 0; first < size; first += Inspection::block_size) {
    const std::size_t count = std::min(Inspection::block_size, size - first);
    visit(inspection_.load_samples(Split::train, first, count));
  }
}

LayerBlock Observer::block_of(std::size_t layer, const Batch& batch) const {
  return {.layer = inspection_.network().layers()[layer],
          .buffers = inspection_.layer(layer),
          .x = inspection_.inputs_of(layer),
          .samples = batch.samples,
          .lanes = batch.lanes};
}

void Observer::gather(const ObservationOptions& options) {
  for (LayerStatistics& layer : statistics_) layer.clear();
  std::fill(gradient_.begin(), gradient_.end(), 0.0f);
  const auto size = static_cast<float>(inspection_.trainer().table(Split::train).size());
  for_each_block([&](const Batch& batch) {
    inspection_.run_forward(batch);
    for (std::size_t l = 0; l < statistics_.size(); ++l)
      statistics_[l].add_forward(block_of(l, batch), options, room_);
    inspection_.run_backward(batch, static_cast<float>(batch.samples) / size);
    inspection_.differentiate_weights(batch);
    for (std::size_t l = 0; l < statistics_.size(); ++l) statistics_[l].add_backward(block_of(l, batch));
    for (std::size_t i = 0; i < gradient_.size(); i += 4)
      store(&gradient_[i], load(&gradient_[i]) + load(inspection_.gradient() + i));
  });
}

void Observer::fill_histograms(const ObservationOptions& options) {
  for (std::size_t l = 0; l < statistics_.size(); ++l) {
    const HistogramLimits pre_activation =
                              options.pre_activation_limits.value_or(statistics_[l].pre_activation_limits()),
                          activation = options.activation_limits.value_or(statistics_[l].activation_limits());
    const auto prepare = [&](Distribution& of_pre_activations, Distribution& of_activations) {
      prepare_histogram(pre_activation, options.bins, of_pre_activations.histogram);
      prepare_histogram(activation, options.bins, of_activations.histogram);
    };
    LayerObservation& layer = observation_.layers[l];
    prepare(layer.pre_activation, layer.activation);
    for (UnitObservation& unit : layer.units) prepare(unit.pre_activation, unit.activation);
  }
  for_each_block([&](const Batch& batch) {
    inspection_.run_forward(batch);
    for (std::size_t l = 0; l < statistics_.size(); ++l) {
      const LayerBuffers& buffers = inspection_.layer(l);
      for (std::size_t u = 0; u < observation_.layers[l].units.size(); ++u) {
        UnitObservation& unit = observation_.layers[l].units[u];
        count_numbers(buffers.pre_activation + u * batch.lanes, batch.samples, unit.pre_activation.histogram);
        count_numbers(buffers.activation + u * batch.lanes, batch.samples, unit.activation.histogram);
      }
    }
  });
  for (LayerObservation& layer : observation_.layers) {
    for (const UnitObservation& unit : layer.units) {
      add_counts(unit.pre_activation.histogram, layer.pre_activation.histogram);
      add_counts(unit.activation.histogram, layer.activation.histogram);
    }
  }
}

void Observer::write_weight_norms(std::size_t l, LayerObservation& result) const {
  const LayerShape& layer = inspection_.network().layers()[l];
  result.weight_gradient_norm =
      __builtin_sqrt(weight_squares(layer, [&](std::size_t i) { return double{gradient_[i]}; }));
  const float* const after = inspection_.trainer().padded_parameters();
  const float* const before = inspection_.trainer().padded_parameters_before();
  result.update_ratio.reset();
  if (!before) return;
  const double change =
      weight_squares(layer, [&](std::size_t i) { return double{after[i]} - double{before[i]}; });
  result.update_ratio =
      __builtin_sqrt(change / weight_squares(layer, [&](std::size_t i) { return double{before[i]}; }));
}

Observation& Observer::observe(const ObservationOptions& options) {
  gather(options);
  const std::size_t size = inspection_.trainer().table(Split::train).size();
  observation_.step = inspection_.trainer().steps();
  for (std::size_t l = 0; l < statistics_.size(); ++l) {
    LayerObservation& layer = observation_.layers[l];
    for (UnitObservation& unit : layer.units) unit.died_at = unit.revived_at = std::nullopt;
    statistics_[l].write(size, room_, layer);
    write_weight_norms(l, layer);
  }
  fill_histograms(options);
  return observation_;
}

}  // namespace lab
