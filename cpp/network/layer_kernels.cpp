#include "network/layer_kernels.h"

#include "activations/catalog/relu.h"
#include "network/matrix.h"
#include "network/tanh.h"

namespace lab {

namespace {

using matrix::Mode;

/// f' from f. Tanh: as PyTorch computes it.
template <SlopeRule rule>
LAB_INLINE f32x4 slope_of(f32x4 activation) {
  const f32x4 one(1.0f);
  if constexpr (rule == SlopeRule::relu)
    return keep(activation > f32x4(0.0f), one);
  else
    return (one - activation) * (one + activation);
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

/// activation = f(pre_activation) without a call for every few numbers.
LAB_INLINE void apply(const LayerCall& call, auto f) {
  const float* const x = call.pre_activation;
  float* const value = call.activation;
  const std::size_t count = call.layer->units * call.lanes;
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    const f32x4 a = f(load(x + i)), b = f(load(x + i + 4));
    store(value + i, a);
    store(value + i + 4, b);
  }
  if (i < count) store(value + i, f(load(x + i)));
}

template <std::size_t V>
void run_relu(const LayerCall& call, const float* parameters, const float* x) {
  float* const activation = call.activation;
  multiply_weights<V>(call, parameters, x, [=](f32x4 z, std::size_t i) {
    store(activation + i, Relu::value(z, Parameters<f32x4, 0>{}));
  });
}

template <std::size_t V>
void run_tanh(const LayerCall& call, const float* parameters, const float* x) {
  run_linear<V>(call, parameters, x);
  apply(call, [](f32x4 z) { return network::tanh(z); });
}

/// The same numbers as run_relu and run_tanh, each kept where it can be seen.
template <SlopeRule rule>
void run_visibly(const LayerCall& call, const float* parameters, const float* x) {
  run_linear<0>(call, parameters, x);
  if constexpr (rule == SlopeRule::tanh)
    apply(call, [](f32x4 z) { return network::tanh(z); });
  else
    run_kernel_of(call, Order::value);
  for (std::size_t i = 0; i < call.layer->units * call.lanes; i += 4)
    store(call.delta + i, slope_of<rule>(load(call.activation + i)));
}

/// Forward only, any activation.
template <std::size_t V>
void run_value(const LayerCall& call, const float* parameters, const float* x) {
  run_linear<V>(call, parameters, x);
  run_kernel_of(call, Order::value);
}

/// Calls `finish` with the gradients by weights and biases, four at a time, and their offset in the
/// parameters.
template <std::size_t V>
LAB_INLINE void for_each_gradient(const LayerCall& call, const float* x, matrix::Finisher auto finish) {
  const LayerShape& layer = *call.layer;
  const std::size_t weights = layer.weights;
  matrix::multiply_outer<V>({.delta = call.delta,
                             .x = x,
                             .units = layer.units,
                             .inputs = layer.inputs,
                             .lanes = call.lanes,
                             .stride = layer.row_stride,
                             .bias_in_row = layer.has_bias_in_row()},
                            [&](f32x4 gradient, std::size_t i) { finish(gradient, weights + i); });
  if (!layer.has_bias || layer.has_bias_in_row()) return;
  const std::size_t bias = layer.bias;
  matrix::sum_rows<V>(call.delta, layer.units, call.lanes,
                      [&](f32x4 gradient, std::size_t i) { finish(gradient, bias + i); });
}

template <std::size_t V>
void differentiate_weights(const LayerCall& call, const float* x, float* gradient) {
  for_each_gradient<V>(call, x, [=](f32x4 numbers, std::size_t i) { store(gradient + i, numbers); });
}

template <SlopeRule rule, std::size_t V>
LAB_INLINE void inline_differentiate_inputs(const LayerCall& call, const float* parameters) {
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

template <SlopeRule rule, std::size_t V>
void differentiate_inputs(const LayerCall& call, const float* parameters) {
  inline_differentiate_inputs<rule, V>(call, parameters);
}

/// The weights' part of `descend`.
template <std::size_t V>
LAB_INLINE bool descend_weights(const LayerCall& call, const float* x, const Descent& descent) {
  const float* const before = descent.before;
  float* const after = descent.after;
  const f32x4 rate(descent.rate);
  f32x4 sum(0.0f);
  for_each_gradient<V>(call, x, [&](f32x4 gradient, std::size_t i) {
    const f32x4 number = load(before + i) - rate * gradient;
    store(after + i, number);
    sum = sum + (number - number);
  });
  return !any(!(sum == f32x4(0.0f)));
}

template <std::size_t V>
bool descend_by_any_rule(const LayerCall& call, const float* x, const Descent& descent) {
  const bool finite = descend_weights<V>(call, x, descent);
  if (call.below) call.differentiate_inputs(call, descent.before);
  return finite;
}

/// For small layers, where calls count.
template <SlopeRule rule, std::size_t V>
bool descend(const LayerCall& call, const float* x, const Descent& descent) {
  const bool finite = descend_weights<V>(call, x, descent);
  if (call.below) inline_differentiate_inputs<rule, V>(call, descent.before);
  return finite;
}

/// Of a layer that is plain and need not show anything.
SlopeRule natural_rule(const LayerShape& layer) {
  const std::string_view key = layer.activation->info.key;
  if (layer.is_linear) return SlopeRule::one;
  if (key == "relu") return SlopeRule::relu;
  if (key == "tanh") return SlopeRule::tanh;
  return SlopeRule::stored;
}

template <std::size_t V>
LayerCall::Forward forward_for(const LayerCall& call) {
  const bool visible = call.purpose == Purpose::inspection;
  if (!call.layer->is_plain()) return nullptr;
  switch (natural_rule(*call.layer)) {
    case SlopeRule::one:
      return run_linear<V>;
    case SlopeRule::stored:
      return call.purpose == Purpose::prediction ? run_value<V> : run_any<V>;
    case SlopeRule::relu:
      return visible ? run_visibly<SlopeRule::relu> : run_relu<V>;
    case SlopeRule::tanh:
      return visible ? run_visibly<SlopeRule::tanh> : run_tanh<V>;
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
  }
  return nullptr;
}

template <std::size_t V>
LayerCall::Descend descend_for(SlopeRule rule) {
  if constexpr (V != 0) {
    if (rule == SlopeRule::one) return descend<SlopeRule::one, V>;
    if (rule == SlopeRule::relu) return descend<SlopeRule::relu, V>;
    if (rule == SlopeRule::tanh) return descend<SlopeRule::tanh, V>;
  }
  return descend_by_any_rule<V>;
}

template <std::size_t V>
void choose(LayerCall& call) {
  call.linear = run_linear<V>;
  call.forward = forward_for<V>(call);
  call.differentiate_weights = differentiate_weights<V>;
  call.descend = descend_for<V>(call.slope_of_below);
  call.differentiate_inputs = call.below ? below_for<V>(call.slope_of_below) : nullptr;
}

template <SlopeRule rule>
void multiply_by(const float* upstream, const float* activation, std::size_t count, float* delta) {
  for (std::size_t i = 0; i < count; i += 4)
    store(delta + i, times_slope<rule>(load(upstream + i), delta, activation, i));
}

}  // namespace

SlopeRule slope_rule(const LayerShape& layer, Purpose purpose) {
  const SlopeRule rule = natural_rule(layer);
  if (rule == SlopeRule::one) return rule;
  return layer.is_plain() && purpose != Purpose::inspection ? rule : SlopeRule::stored;
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
  }
}

}  // namespace lab
