#include "network/layer_kernels.h"

#include <algorithm>

#include "activations/catalog/relu.h"
#include "network/matrix.h"
#include "network/tanh.h"

namespace lab {

namespace {

using matrix::Mode;

constexpr float zero = 0;

LAB_INLINE f32x4 relu(f32x4 z) {
  return Relu::value(z, Parameters<f32x4, 0>{});
}

/// f' from f. Tanh: as PyTorch computes it.
template <SlopeRule rule>
LAB_INLINE f32x4 slope_of(f32x4 activation) {
  const f32x4 one(1.0f);
  if constexpr (rule == SlopeRule::relu)
    return keep(activation > f32x4(0.0f), one);
  else
    return one - activation * activation;
}

/// gradient * f', which is stored or follows from the activation.
template <SlopeRule rule>
LAB_INLINE f32x4 times_slope(f32x4 gradient, const float* stored, const float* activation) {
  if constexpr (rule == SlopeRule::stored)
    return gradient * load(stored);
  else if constexpr (rule == SlopeRule::relu)
    return keep(load(activation) > f32x4(0.0f), gradient);
  else
    return gradient * slope_of<rule>(load(activation));
}

LAB_INLINE void store_block(const auto& block, float* result) {
  float* const target = result + block.offset;
  block.for_each([=](f32x4 numbers, std::size_t i) { store(target + i, numbers); });
}

/// activation = f(argument), without a call for every few numbers.
template <SlopeRule rule>
LAB_INLINE void apply(const LayerCall& call, auto f) {
  const std::size_t count = call.layer->units * call.lanes;
  float* number = call.activation;
  if (call.argument != number) std::copy_n(call.argument, count, number);
  const float* const end = number + count;
  if (float* slope = call.slopes) {
    LAB_ROLLED for (; number != end; number += 4, slope += 4) {
      const f32x4 activation = f(load(number));
      store(number, activation);
      store(slope, slope_of<rule>(activation));
    }
  } else {
    LAB_ROLLED for (; number != end; number += 4) store(number, f(load(number)));
  }
}

[[gnu::noinline]] void run_kernel(const LayerCall& call, const float* parameters) {
  const LayerShape& layer = *call.layer;
  const Order order = call.slopes ? Order::value_and_derivative : Order::value;
  layer.activation->kernels[static_cast<std::size_t>(order)](
      {.x = call.argument,
       .count = layer.units * call.lanes,
       .parameters = layer.learns_slope ? parameters + layer.slope : layer.activation_parameters,
       .value = call.activation,
       .derivative = call.slopes,
       .second_derivative = nullptr});
}

LAB_INLINE void run_loop(ActivationLoop loop, const LayerCall& call, const float* parameters) {
  switch (loop) {
    case ActivationLoop::none:
      return;
    case ActivationLoop::relu:
      return apply<SlopeRule::relu>(call, [](f32x4 z) { return relu(z); });
    case ActivationLoop::tanh:
      return apply<SlopeRule::tanh>(call, [](f32x4 z) { return network::tanh(z); });
    case ActivationLoop::kernel:
      return run_kernel(call, parameters);
  }
}

template <std::size_t V>
void run_forward(const LayerCall* call, const LayerCall* end, const float* parameters, const float* x) {
  for (; call != end; x = call->activation, ++call) {
    const LayerShape& layer = *call->layer;
    float* const result = call->pre_activation;
    const bool is_relu = call->loop == ActivationLoop::relu && !call->slopes;
    matrix::multiply<Mode::plain, V>(
        {.weights = parameters + layer.weights,
         .stride = layer.row_stride,
         .start = layer.has_bias ? parameters + layer.bias : &zero,
         .start_stride = layer.has_bias ? layer.bias_stride : 0,
         .rows = layer.units,
         .depth = layer.inputs,
         .lanes = call->lanes,
         .x = x},
        [=](const auto& block) {
          if (!is_relu) return store_block(block, result);
          float* const target = result + block.offset;
          block.for_each([=](f32x4 z, std::size_t i) { store(target + i, relu(z)); });
        });
    if (!is_relu) run_loop(call->loop, *call, parameters);
  }
}

template <SlopeRule rule>
LAB_INLINE void multiply_by_slope(const LayerCall& call, const float* upstream, std::size_t count) {
  LAB_ROLLED for (std::size_t i = 0; i < count; i += 4)
      store(call.delta + i, times_slope<rule>(load(upstream + i), call.delta + i, call.activation + i));
}

template <SlopeRule rule>
LAB_INLINE void store_times_slope(const auto& block, float* delta, const float* activation) {
  float* const target = delta + block.offset;
  const float* const source = activation + block.offset;
  block.for_each([=](f32x4 gradient, std::size_t i) {
    store(target + i, times_slope<rule>(gradient, target + i, source + i));
  });
}

template <std::size_t V>
LAB_INLINE void propagate_delta(const LayerCall& call, const float* parameters) {
  const LayerShape& layer = *call.layer;
  float* const below = call.below;
  const float* const activation = call.below_activation;
  const SlopeRule rule = call.slope_of_below;
  matrix::multiply<Mode::transposed, V>(
      {.weights = parameters + layer.weights,
       .stride = layer.row_stride,
       .start = nullptr,
       .start_stride = 0,
       .rows = layer.inputs,
       .depth = layer.units,
       .lanes = call.lanes,
       .x = call.delta},
      [=](const auto& block) {
        switch (rule) {
          case SlopeRule::one:
            return store_block(block, below);
          case SlopeRule::stored:
            return store_times_slope<SlopeRule::stored>(block, below, activation);
          case SlopeRule::relu:
            return store_times_slope<SlopeRule::relu>(block, below, activation);
          case SlopeRule::tanh:
            return store_times_slope<SlopeRule::tanh>(block, below, activation);
        }
      });
}

/// Calls `finish` with the gradients by weights and biases, four at a time, and their offset in the
/// parameters.
template <std::size_t V>
LAB_INLINE void for_each_gradient(const LayerCall& call, const float* x, matrix::Finisher auto finish) {
  const LayerShape& layer = *call.layer;
  matrix::multiply_outer<V>({.delta = call.delta,
                             .x = x,
                             .units = layer.units,
                             .inputs = layer.inputs,
                             .lanes = call.lanes,
                             .stride = layer.row_stride,
                             .bias_in_row = layer.has_bias_in_row()},
                            [&](f32x4 gradient, std::size_t i) { finish(gradient, layer.weights + i); });
  if (!layer.has_bias || layer.has_bias_in_row()) return;
  matrix::sum_rows<V>(call.delta, layer.units, call.lanes,
                      [&](f32x4 gradient, std::size_t i) { finish(gradient, layer.bias + i); });
}

template <std::size_t V>
bool run_backward(const LayerCall* first, const LayerCall* end, const float* parameters, const float* x,
                  const WeightUpdate& update) {
  const float* const before = update.before;
  float* const after = update.after;
  const f32x4 rate(update.rate);
  f32x4 sum(0.0f);
  for (const LayerCall* call = end; call != first;) {
    --call;
    if (call->below) propagate_delta<V>(*call, parameters);
    for_each_gradient<V>(*call, call != first ? call->below_activation : x,
                         [&](f32x4 gradient, std::size_t i) {
                           if (before) gradient = load(before + i) - rate * gradient;
                           store(after + i, gradient);
                           sum = sum + gradient;
                         });
  }
  // NaN and infinity stay in a sum.
  return !any(!(sum - sum == f32x4(0.0f)));
}

}  // namespace

// Called through pointers: inlined into one large function, the variants would share its registers.
LayerKernels layer_kernels(std::size_t lanes) {
  switch (matrix::variant_for(lanes)) {
    case 1:
      return {run_forward<1>, run_backward<1>};
    case 2:
      return {run_forward<2>, run_backward<2>};
    case 3:
      return {run_forward<3>, run_backward<3>};
    default:
      return {run_forward<0>, run_backward<0>};
  }
}

void run_linear(LayerCall call, const LayerKernels& kernels, const float* parameters, const float* x) {
  call.loop = ActivationLoop::none;
  kernels.forward(&call, &call + 1, parameters, x);
}

void differentiate_inputs(const LayerCall& call, const float* parameters) {
  propagate_delta<0>(call, parameters);
}

void differentiate_weights(const LayerCall& call, const float* x, float* gradient) {
  for_each_gradient<0>(call, x, [=](f32x4 numbers, std::size_t i) { store(gradient + i, numbers); });
}

void run_activation(const LayerCall& call, const float* parameters) {
  run_loop(call.layer->loop, call, parameters);
}

void apply_slope(const LayerCall& call, const float* upstream) {
  const std::size_t count = call.layer->units * call.lanes;
  switch (call.slope) {
    case SlopeRule::one:
      std::copy_n(upstream, count, call.delta);
      return;
    case SlopeRule::stored:
      return multiply_by_slope<SlopeRule::stored>(call, upstream, count);
    case SlopeRule::relu:
      return multiply_by_slope<SlopeRule::relu>(call, upstream, count);
    case SlopeRule::tanh:
      return multiply_by_slope<SlopeRule::tanh>(call, upstream, count);
  }
}

}  // namespace lab
