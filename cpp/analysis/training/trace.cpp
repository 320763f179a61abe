#include "analysis/training/trace.h"

#include "analysis/training/inspection.h"

namespace lab {

namespace {

/// Of the lanes of a block that holds but one sample.
float number_of(const float* numbers, std::size_t unit, const Batch& batch) {
  return numbers[unit * batch.lanes];
}

/// Without the residual input.
float activation_of(const LayerShape& layer, const float* parameters, float pre_activation) {
  if (layer.is_linear) return pre_activation;
  float value = 0;
  layer.activation->kernels[static_cast<std::size_t>(Order::value)](
      {.x = &pre_activation,
       .count = 1,
       .parameters = layer.learns_slope ? parameters + layer.slope : layer.activation_parameters,
       .value = &value,
       .derivative = nullptr,
       .second_derivative = nullptr});
  return value;
}

/// In the order in which the passes add up.
float linear_of(const UnitTrace& unit) {
  float sum = unit.bias ? unit.bias->value : unit.products[0];
  for (std::size_t i = unit.bias ? 0 : 1; i < unit.products.size(); ++i) sum += unit.products[i];
  return sum;
}

class Tracer {
 public:
  Tracer(const Trainer& trainer, Split split, std::size_t sample)
      : inspection_(trainer),
        parameters_(trainer.padded_parameters()),
        batch_(inspection_.load_samples(split, sample, 1)) {}

  Trace trace() {
    inspection_.run_forward(batch_);
    for (std::size_t l = 0; l < shapes().size(); ++l) trace_forward(l);
    trace_.loss = inspection_.total_loss(batch_);
    const std::size_t outputs = inspection_.network().output_width();
    for (std::size_t o = 0; o < outputs; ++o)
      trace_.targets.push_back(number_of(inspection_.targets(), o, batch_));
    std::vector<float> loss_gradient(outputs * batch_.lanes);
    inspection_.differentiate_loss(batch_, loss_gradient.data());

    inspection_.run_backward(batch_);
    inspection_.differentiate_weights(batch_);
    for (std::size_t o = 0; o < outputs; ++o)
      trace_.layers.back().units[o].output_gradient = number_of(loss_gradient.data(), o, batch_);
    for (std::size_t l = shapes().size(); l-- > 0;) trace_backward(l);
    return trace_;
  }

 private:
  [[nodiscard]] std::span<const LayerShape> shapes() const { return inspection_.network().layers(); }

  /// Its gradient is not there before the backward pass.
  [[nodiscard]] TracedNumber learned(std::size_t offset) const {
    return {.value = parameters_[offset], .gradient = 0};
  }

  void trace_forward(std::size_t l) {
    const LayerShape& shape = shapes()[l];
    const LayerBuffers& buffers = inspection_.layer(l);
    LayerTrace& layer = trace_.layers.emplace_back();
    for (std::size_t i = 0; i < shape.inputs; ++i)
      layer.inputs.push_back(number_of(inspection_.inputs_of(l), i, batch_));
    if (shape.learns_slope) layer.learned_slope = learned(shape.slope);
    for (std::size_t u = 0; u < shape.units; ++u) {
      UnitTrace unit{};
      for (std::size_t i = 0; i < shape.inputs; ++i) {
        unit.weights.push_back(learned(shape.weights + u * shape.row_stride + i));
        unit.products.push_back(unit.weights.back().value * layer.inputs[i]);
      }
      if (shape.has_bias) unit.bias = learned(shape.bias + u * shape.bias_stride);
      unit.linear = linear_of(unit);
      if (shape.normalization != Normalization::none) {
        unit.normalized = number_of(buffers.linear, u, batch_);
        unit.scale = learned(shape.scale + u);
        unit.shift = learned(shape.shift + u);
      }
      unit.pre_activation = number_of(buffers.pre_activation, u, batch_);
      unit.output = number_of(buffers.activation, u, batch_);
      unit.activation =
          shape.is_residual ? activation_of(shape, parameters_, unit.pre_activation) : unit.output;
      unit.slope = shape.is_linear ? 1.0f : number_of(buffers.delta, u, batch_);
      layer.units.push_back(unit);
    }
  }

  void trace_backward(std::size_t l) {
    const LayerShape& shape = shapes()[l];
    LayerTrace& layer = trace_.layers[l];
    const float* const gradient = inspection_.gradient();
    if (shape.learns_slope) layer.learned_slope->gradient = gradient[shape.slope];
    for (std::size_t u = 0; u < shape.units; ++u) {
      UnitTrace& unit = layer.units[u];
      if (l + 1 < shapes().size()) unit.output_gradient = gradient_from_above(l, u);
      unit.delta = number_of(inspection_.layer(l).delta, u, batch_);
      for (std::size_t i = 0; i < shape.inputs; ++i)
        unit.weights[i].gradient = gradient[shape.weights + u * shape.row_stride + i];
      if (unit.bias) unit.bias->gradient = gradient[shape.bias + u * shape.bias_stride];
      if (unit.scale) unit.scale->gradient = gradient[shape.scale + u];
      if (unit.shift) unit.shift->gradient = gradient[shape.shift + u];
    }
  }

  /// By the output of a unit, from the deltas of the next layer.
  [[nodiscard]] float gradient_from_above(std::size_t l, std::size_t u) const {
    const LayerTrace& above = trace_.layers[l + 1];
    float sum = 0;
    for (std::size_t k = 0; k < above.units.size(); ++k) {
      const float term = above.units[k].weights[u].value * above.units[k].delta;
      sum = k == 0 ? term : sum + term;
    }
    return shapes()[l + 1].is_residual ? sum + above.units[u].output_gradient : sum;
  }

  Inspection inspection_;
  const float* parameters_;
  Batch batch_;
  Trace trace_{};
};

}  // namespace

Trace trace_sample(const Trainer& trainer, Split split, std::size_t sample) {
  return Tracer(trainer, split, sample).trace();
}

}  // namespace lab
