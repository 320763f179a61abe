#include "network/workspace.h"

#include <algorithm>

namespace lab {

namespace {

struct Needs {
  bool own_pre_activation;
  bool own_activation;
  bool inverse_deviation;
};

Needs needs_of(const LayerShape& layer, Purpose purpose) {
  const bool normalizes = layer.normalization != Normalization::none;
  const bool keeps = purpose == Purpose::inspection || (purpose == Purpose::training && !layer.is_plain());
  return {.own_pre_activation = normalizes && purpose != Purpose::prediction,
          .own_activation = (keeps && !layer.is_linear) || layer.is_residual,
          .inverse_deviation = normalizes};
}

std::size_t widest(const Network& network) {
  std::size_t units = 0;
  for (const LayerShape& layer : network.layers()) units = std::max(units, layer.units);
  return units;
}

std::size_t inverse_deviations(const LayerShape& layer, std::size_t max_lanes) {
  return std::max(max_lanes, layer.units);
}

}  // namespace

Workspace::Workspace(const Network& network, std::size_t max_lanes, Purpose purpose, Arena& arena)
    : purpose_(purpose), max_lanes_(max_lanes) {
  layers_.reserve(network.layers().size());
  for (const LayerShape& layer : network.layers()) {
    const Needs needs = needs_of(layer, purpose);
    const std::size_t count = layer.units * max_lanes;
    LayerBuffers buffers{};
    buffers.linear = arena.take(count);
    buffers.pre_activation = needs.own_pre_activation ? arena.take(count) : buffers.linear;
    buffers.activation = needs.own_activation ? arena.take(count) : buffers.pre_activation;
    if (purpose != Purpose::prediction) buffers.delta = arena.take(count);
    if (needs.inverse_deviation) buffers.inverse_deviation = arena.take(inverse_deviations(layer, max_lanes));
    layers_.push_back(buffers);
  }
  if (purpose != Purpose::prediction)
    for (float*& upstream : upstream_) upstream = arena.take(widest(network) * max_lanes);
  if (purpose == Purpose::inspection) input_gradient_ = arena.take(network.input_width() * max_lanes);
  prepare_calls(network);
}

void Workspace::prepare_calls(const Network& network) {
  const auto layers = network.layers();
  calls_.resize(layers.size());
  for (std::size_t l = 0; l < layers.size(); ++l) {
    LayerCall& call = calls_[l];
    call.layer = &layers[l];
    call.pre_activation = layers_[l].linear;
    call.activation = layers_[l].activation;
    call.delta = layers_[l].delta;
    call.purpose = purpose_;
    call.slope = slope_rule(layers[l], purpose_);
    if (l == 0) call.below = input_gradient_;
    if (l == 0 || purpose_ == Purpose::prediction) continue;
    const bool direct = layers[l - 1].is_plain() && !layers[l].is_residual;
    call.below_activation = layers_[l - 1].activation;
    call.below = direct ? layers_[l - 1].delta : upstream(l - 1);
    call.slope_of_below = direct ? calls_[l - 1].slope : SlopeRule::one;
  }
}

void Workspace::set_lanes(std::size_t lanes) {
  if (lanes == lanes_) return;
  lanes_ = lanes;
  for (LayerCall& call : calls_) {
    call.lanes = lanes;
    choose_kernels(call);
  }
}

}  // namespace lab
