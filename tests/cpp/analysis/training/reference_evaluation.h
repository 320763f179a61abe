#pragma once

#include <optional>
#include <vector>

#include "activations/registry.h"
#include "network/reference_network.h"

namespace lab::testing {

/// A straightforward network in double precision, one sample at a time, with batch normalisation by its
/// running statistics: what analyses are checked against. It knows its derivative by one number: a parameter,
/// an input, or what one unit's W x + b is raised by.
class ReferenceEvaluation {
 public:
  using Numbers = std::vector<Rate>;

  struct Layer {
    Numbers x;
    Numbers linear;
    Numbers pre_activation;
    Numbers activation;
    /// f', by the catalogue's formula.
    std::vector<double> slope;
  };

  struct Raised {
    std::size_t layer;
    std::size_t unit;
  };

  explicit ReferenceEvaluation(const Trainer& trainer) : trainer_(trainer) {
    for (const float number : trainer.parameters()) parameters.push_back(Rate(double{number}));
  }

  /// In the trainer's order; a tangent of 1 differentiates by it.
  Numbers parameters;

  [[nodiscard]] Numbers inputs_of(std::size_t sample) const {
    const DataTable& table = trainer_.table(Split::train);
    Numbers inputs;
    for (std::size_t i = 0; i < trainer_.network().input_width(); ++i)
      inputs.push_back(Rate(double{table.inputs()[i * table.stride() + sample]}));
    return inputs;
  }

  [[nodiscard]] std::vector<Layer> run(const Numbers& inputs, std::optional<Raised> raised = {}) const {
    std::vector<Layer> layers;
    const Rate* next = parameters.data();
    for (std::size_t l = 0; l < trainer_.setup().layers.size(); ++l) {
      Layer& layer = layers.emplace_back();
      layer.x = l == 0 ? inputs : layers[l - 1].activation;
      run_linear(l, next, layer);
      if (raised && raised->layer == l)
        layer.linear[raised->unit] = layer.linear[raised->unit] + Rate(Reference(0.0), Reference(1.0));
      normalize(l, next, layer);
      activate(l, next, layer);
    }
    return layers;
  }

  /// Of a training sample, from the outputs.
  [[nodiscard]] Rate loss(const Numbers& outputs, std::size_t sample) const {
    const DataTable& table = trainer_.table(Split::train);
    const std::string& key = trainer_.setup().loss.key;
    const Rate target(double{table.targets()[sample]});
    if (key == "mse") return (outputs[0] - target) * (outputs[0] - target);
    if (key == "bce_with_logits") return softplus(outputs[0]) - target * outputs[0];
    Rate sum(0.0), expected(0.0);
    for (std::size_t o = 0; o < outputs.size(); ++o) {
      sum = sum + exp(outputs[o]);
      expected = expected + Rate(double{table.targets()[o * table.stride() + sample]}) * outputs[o];
    }
    return log1p(sum - Rate(1.0)) - expected;
  }

 private:
  [[nodiscard]] const LayerShape& shape(std::size_t l) const { return trainer_.network().layers()[l]; }

  void run_linear(std::size_t l, const Rate*& next, Layer& layer) const {
    const std::size_t units = shape(l).units, inputs = shape(l).inputs;
    const Rate* const bias = next + units * inputs;
    for (std::size_t u = 0; u < units; ++u) {
      Rate sum = shape(l).has_bias ? bias[u] : Rate(0.0);
      for (std::size_t i = 0; i < inputs; ++i) sum = sum + next[u * inputs + i] * layer.x[i];
      layer.linear.push_back(sum);
    }
    next += units * inputs + (shape(l).has_bias ? units : 0);
  }

  void normalize(std::size_t l, const Rate*& next, Layer& layer) const {
    layer.pre_activation = layer.linear;
    if (shape(l).normalization == Normalization::none) return;
    const std::size_t units = shape(l).units;
    const Rate count(static_cast<double>(units));
    Rate mean(0.0), variance(0.0);
    for (const Rate& z : layer.linear) mean = mean + z / count;
    for (const Rate& z : layer.linear) variance = variance + (z - mean) * (z - mean) / count;
    for (std::size_t u = 0; u < units; ++u) {
      if (shape(l).normalization == Normalization::batch) {
        const float* const numbers = trainer_.padded_parameters();
        mean = Rate(double{numbers[shape(l).running_mean + u]});
        variance = Rate(double{numbers[shape(l).running_variance + u]});
      }
      const Rate normalized = (layer.linear[u] - mean) / sqrt(variance + Rate(1e-5));
      layer.pre_activation[u] = normalized * next[u] + next[units + u];
    }
    next += 2 * units;
  }

  void activate(std::size_t l, const Rate*& next, Layer& layer) const {
    for (std::size_t u = 0; u < shape(l).units; ++u) {
      const Rate& z = layer.pre_activation[u];
      Rate a;
      if (shape(l).learns_slope) {
        a = z.value.value > 0 ? z : *next * z;
        layer.slope.push_back(z.value.value > 0 ? 1 : next->value.value);
      } else {
        const ActivationEntry& activation = *find_activation(shape(l).activation->info.key);
        const ScalarSample sample = activation.sample(z.value.value, shape(l).activation_parameters);
        a = Rate(Reference(sample.value), Reference(sample.derivative) * z.tangent);
        layer.slope.push_back(sample.derivative);
      }
      layer.activation.push_back(shape(l).is_residual ? a + layer.x[u] : a);
    }
    if (shape(l).learns_slope) ++next;
  }

  const Trainer& trainer_;
};

}  // namespace lab::testing
