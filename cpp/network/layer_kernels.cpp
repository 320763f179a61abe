#include "network/layer_kernels.h"

#include "activations/catalog/relu.h"
#include "activations/catalog/sigmoid.h"
#include "activations/catalog/tanh.h"
#include "network/matrix.h"

namespace lab {

namespace {

using matrix::Mode;

/// f' from f. Tanh and sigmoid: as PyTorch computes them.
template <SlopeRule rule>
LAB_INLINE f32x4 slope_of(f32x4 activation) {
  const f32x4 one(1.0f);
  if constexpr (rule == SlopeRule::relu)
    return keep(activation > f32x4(0.0f), one);
  else if constexpr (rule == SlopeRule::tanh)
    return (one - activation) * (one + activation);
  else
    return activation * (one - activation);
}

/// gradient * f'.
template <SlopeRule rule>
LAB_INLINE f32x4 times_slope(f32x4 gradient, const float* delta, const float* activation, std::size_t i) {
  if constexpr (rule == SlopeRule::one)
    return gradient;
  else if constexpr (rule == SlopeRule::stored)
    return gradient * load(delta + i);
  else
    return gradient * slope_of<rule>(load(activation + i));
}

template <std::size_t V>
LAB_INLINE void multiply_weights(const LayerCall& call, const float* parameters, const float* x,
                                 matrix::Finisher auto finish) {
  const LayerShape& layer = *call.layer;
  matrix::multiply<Mode::plain, V>({.weights = parameters + layer.weights,
                                    .stride = layer.row_stride,
                                    .start = layer.has_bias ? parameters + layer.bias : nullptr,
                                    .start_stride = layer.bias_stride,
                                    .rows = layer.units,
                                    .depth = layer.inputs,
                                    .lanes = call.lanes,
                                    .x = x},
                                   finish);
}

template <std::size_t V>
void run_linear(const LayerCall& call, const float* parameters, const float* x) {
  float* const result = call.pre_activation;
  multiply_weights<V>(call, parameters, x, [=](f32x4 z, std::size_t i) { store(result + i, z); });
}

void run_kernel_of(const LayerCall& call, Order order) {
  call.layer->activation->kernels[static_cast<std::size_t>(order)](
      {.x = call.pre_activation,
       .count = call.layer->units * call.lanes,
       .parameters = call.layer->activation_parameters,
       .value = call.activation,
       .derivative = call.delta,
       .second_derivative = nullptr});
}

/// Any activation, through its kernel; the slope is stored.
template <std::size_t V>
void run_any(const LayerCall& call, const float* parameters, const float* x) {
  run_linear<V>(call, parameters, x);
  run_kernel_of(call, Order::value_and_derivative);
}

template <std::size_t V>
void run_relu(const LayerCall& call, const float* parameters, const float* x) {
  float* const activation = call.activation;
  multiply_weights<V>(call, parameters, x, [=](f32x4 z, std::size_t i) {
    store(activation + i, Relu::value(z, Parameters<f32x4, 0>{}));
  });
}

/// A tuned kernel without its calls, which cost as much as a small layer.
template <class A, std::size_t V>
void run_tuned(const LayerCall& call, const float* parameters, const float* x) {
  run_linear<V>(call, parameters, x);
  float* const numbers = call.activation;
  const std::size_t count = call.layer->units * call.lanes;
  const Parameters<f32x4, 0> none{};
  mask32x4 outside{};
  for (std::size_t i = 0; i < count; i += 4) {
    const f32x4 z = load(numbers + i);
    outside = outside | A::outside_tuned_range(z, none);
    store(numbers + i, A::value(z, none));
  }
  if (any(outside)) [[unlikely]] {
    run_linear<V>(call, parameters, x);
    run_kernel_of(call, Order::value);
  }
}

/// The same numbers as run_relu and run_tuned, each kept where it can be seen.
template <SlopeRule rule>
void run_visibly(const LayerCall& call, const float* parameters, const float* x) {
  run_linear<0>(call, parameters, x);
  run_kernel_of(call, Order::value);
  for (std::size_t i = 0; i < call.layer->units * call.lanes; i += 4)
    store(call.delta + i, slope_of<rule>(load(call.activation + i)));
}

template <std::size_t V>
void differentiate_weights(const LayerCall& call, const float* x, float* gradient) {
  const LayerShape& layer = *call.layer;
  matrix::multiply_outer<V>({.delta = call.delta,
                             .x = x,
                             .units = layer.units,
                             .inputs = layer.inputs,
                             .lanes = call.lanes,
                             .gradient = gradient + layer.weights,
                             .stride = layer.row_stride,
                             .bias_in_row = layer.has_bias_in_row()});
  if (layer.has_bias && !layer.has_bias_in_row())
    matrix::sum_rows<V>(call.delta, layer.units, call.lanes, gradient + layer.bias);
}

template <SlopeRule rule, std::size_t V>
void differentiate_inputs(const LayerCall& call, const float* parameters) {
  const LayerShape& layer = *call.layer;
  float* const below = call.below;
  const float* const activation = call.below_activation;
  matrix::multiply<Mode::transposed, V>(
      {.weights = parameters + layer.weights,
       .stride = layer.row_stride,
       .start = nullptr,
       .start_stride = 0,
       .rows = layer.inputs,
       .depth = layer.units,
       .lanes = call.lanes,
       .x = call.delta},
      [=](f32x4 sum, std::size_t i) { store(below + i, times_slope<rule>(sum, below, activation, i)); });
}

template <std::size_t V>
LayerCall::Forward forward_for(const LayerCall& call) {
  if (!call.layer->is_plain()) return nullptr;
  switch (slope_rule(*call.layer, false)) {
    case SlopeRule::one:
      return run_linear<V>;
    case SlopeRule::stored:
      return run_any<V>;
    case SlopeRule::relu:
      return call.keeps_everything ? run_visibly<SlopeRule::relu> : run_relu<V>;
    case SlopeRule::tanh:
      return call.keeps_everything ? run_visibly<SlopeRule::tanh> : run_tuned<Tanh, V>;
    case SlopeRule::sigmoid:
      return call.keeps_everything ? run_visibly<SlopeRule::sigmoid> : run_tuned<Sigmoid, V>;
  }
  return nullptr;
}

template <std::size_t V>
LayerCall::Below below_for(SlopeRule rule) {
  switch (rule) {
    case SlopeRule::one:
      return differentiate_inputs<SlopeRule::one, V>;
    case SlopeRule::stored:
      return differentiate_inputs<SlopeRule::stored, V>;
    case SlopeRule::relu:
      return differentiate_inputs<SlopeRule::relu, V>;
    case SlopeRule::tanh:
      return differentiate_inputs<SlopeRule::tanh, V>;
    case SlopeRule::sigmoid:
      return differentiate_inputs<SlopeRule::sigmoid, V>;
  }
  return nullptr;
}

template <std::size_t V>
void choose(LayerCall& call) {
  call.linear = run_linear<V>;
  call.forward = forward_for<V>(call);
  call.differentiate_weights = differentiate_weights<V>;
  call.differentiate_inputs = call.below ? below_for<V>(call.slope_of_below) : nullptr;
}

template <SlopeRule rule>
void multiply_by(const float* upstream, const float* activation, std::size_t count, float* delta) {
  for (std::size_t i = 0; i < count; i += 4)
    store(delta + i, times_slope<rule>(load(upstream + i), delta, activation, i));
}

}  // namespace

SlopeRule slope_rule(const LayerShape& layer, bool keeps_everything) {
  const std::string_view key = layer.activation->info.key;
  if (layer.is_linear) return SlopeRule::one;
  if (!layer.is_plain() || keeps_everything) return SlopeRule::stored;
  if (key == Relu::info.key) return SlopeRule::relu;
  if (key == Tanh::info.key) return SlopeRule::tanh;
  if (key == Sigmoid::info.key) return SlopeRule::sigmoid;
  return SlopeRule::stored;
}

// Called through pointers: inlined into one large function, the variants would share its registers.
void choose_kernels(LayerCall& call) {
  switch (matrix::variant_for(call.lanes)) {
    case 1:
      return choose<1>(call);
    case 2:
      return choose<2>(call);
    case 3:
      return choose<3>(call);
    default:
      return choose<0>(call);
  }
}

void multiply_by_slope(SlopeRule rule, const float* upstream, const float* activation, std::size_t count,
                       float* delta) {
  switch (rule) {
    case SlopeRule::one:
      return multiply_by<SlopeRule::one>(upstream, activation, count, delta);
    case SlopeRule::stored:
      return multiply_by<SlopeRule::stored>(upstream, activation, count, delta);
    case SlopeRule::relu:
      return multiply_by<SlopeRule::relu>(upstream, activation, count, delta);
    case SlopeRule::tanh:
      return multiply_by<SlopeRule::tanh>(upstream, activation, count, delta);
    case SlopeRule::sigmoid:
      return multiply_by<SlopeRule::sigmoid>(upstream, activation, count, delta);
  }
}

}  // namespace lab
