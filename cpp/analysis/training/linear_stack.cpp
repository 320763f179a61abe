#include "analysis/training/linear_stack.h"

#include <algorithm>
#include <utility>

#include "analysis/training/inspection.h"
#include "network/normalization.h"

namespace lab {

namespace {

/// W x + b, in double precision.
struct AffineMap {
  std::size_t inputs;
  std::size_t units;
  std::vector<double> weights;
  std::vector<double> bias;
};

/// A layer without its activation and without layer normalisation.
AffineMap affine_part(const LayerShape& layer, const float* parameters) {
  AffineMap map{.inputs = layer.inputs,
                .units = layer.units,
                .weights = std::vector<double>(layer.units * layer.inputs),
                .bias = std::vector<double>(layer.units)};
  for (std::size_t unit = 0; unit < layer.units; ++unit) {
    double factor = 1, mean = 0, shift = 0;
    if (layer.normalization == Normalization::batch) {
      const double variance = double{parameters[layer.running_variance + unit]};
      factor = parameters[layer.scale + unit] / __builtin_sqrt(variance + double{normalization_epsilon});
      mean = parameters[layer.running_mean + unit];
      shift = parameters[layer.shift + unit];
    }
    const float* const row = parameters + layer.weights + unit * layer.row_stride;
    for (std::size_t i = 0; i < layer.inputs; ++i) map.weights[unit * layer.inputs + i] = factor * row[i];
    const double bias = layer.has_bias ? parameters[layer.bias + unit * layer.bias_stride] : 0.0f;
    map.bias[unit] = factor * (bias - mean) + shift;
    if (layer.is_residual) map.weights[unit * layer.inputs + unit] += 1;
  }
  return map;
}

/// outer(inner(x)).
AffineMap compose(const AffineMap& outer, const AffineMap& inner) {
  AffineMap map{.inputs = inner.inputs,
                .units = outer.units,
                .weights = std::vector<double>(outer.units * inner.inputs),
                .bias = outer.bias};
  for (std::size_t unit = 0; unit < outer.units; ++unit) {
    double* const row = &map.weights[unit * inner.inputs];
    for (std::size_t k = 0; k < outer.inputs; ++k) {
      const double weight = outer.weights[unit * outer.inputs + k];
      for (std::size_t i = 0; i < inner.inputs; ++i) row[i] += weight * inner.weights[k * inner.inputs + i];
      map.bias[unit] += weight * inner.bias[k];
    }
  }
  return map;
}

/// The largest distance of the map from what the network has made of a block; NaN once one is.
double largest_distance(const AffineMap& map, const float* x, const float* activation, const Batch& batch,
                        double largest) {
  for (std::size_t unit = 0; unit < map.units; ++unit) {
    for (std::size_t s = 0; s < batch.samples; ++s) {
      double sum = map.bias[unit];
      for (std::size_t i = 0; i < map.inputs; ++i)
        sum += map.weights[unit * map.inputs + i] * x[i * batch.lanes + s];
      const double signed_distance = sum - activation[unit * batch.lanes + s];
      const double distance = signed_distance < 0 ? -signed_distance : signed_distance;
      if (largest == largest && !(distance <= largest)) largest = distance;
    }
  }
  return largest;
}

}  // namespace

bool is_affine(const LayerShape& layer) {
  return layer.is_linear && layer.normalization != Normalization::layer;
}

std::vector<LayerRun> affine_runs(const Network& network) {
  const auto layers = network.layers();
  std::vector<LayerRun> runs;
  for (std::size_t l = 0; l < layers.size(); ++l) {
    if (!is_affine(layers[l])) continue;
    if (l > 0 && is_affine(layers[l - 1]))
      runs.back().last = l;
    else
      runs.push_back({l, l});
  }
  return runs;
}

CollapsedLayers collapse_layers(const Trainer& trainer, LayerRun run) {
  const auto layers = trainer.network().layers();
  const float* const parameters = trainer.padded_parameters();
  AffineMap map = affine_part(layers[run.first], parameters);
  for (std::size_t l = run.first + 1; l <= run.last; ++l)
    map = compose(affine_part(layers[l], parameters), map);

  Inspection inspection(trainer);
  const std::size_t size = trainer.table(Split::train).size();
  double largest = 0;
  for (std::size_t first = 0; first < size; first += Inspection::block_size) {
    const Batch batch =
        inspection.load_samples(Split::train, first, std::min(Inspection::block_size, size - first));
    inspection.run_forward(batch);
    largest = largest_distance(map, inspection.inputs_of(run.first), inspection.layer(run.last).activation,
                               batch, largest);
  }
  return {.inputs = map.inputs,
          .units = map.units,
          .weights = std::move(map.weights),
          .bias = std::move(map.bias),
          .largest_difference = largest};
}

}  // namespace lab
