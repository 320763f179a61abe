#include "analysis/training/observation_hashes.h"

#include "analysis/training/gradient_grid.h"
#include "analysis/training/linear_stack.h"
#include "analysis/training/observer.h"
#include "analysis/training/sign_agreement.h"
#include "analysis/training/trace.h"
#include "core/hash.h"
#include "core/random.h"

namespace lab {

namespace {

constexpr std::size_t sample_count = 150;
constexpr std::uint64_t step_count = 40;

/// Points in a square, in three classes without any order.
Samples scattered_points() {
  Random random(12);
  Samples samples;
  samples.columns = 2;
  for (std::size_t i = 0; i < 2 * sample_count; ++i) samples.inputs.push_back(4 * random.uniform() - 2);
  for (std::size_t i = 0; i < sample_count; ++i)
    samples.targets.push_back(static_cast<float>(random.next() % 3));
  return samples;
}

std::unique_ptr<Trainer> trained_network() {
  Setup setup = make_setup({7, 7, 6, 5, 4}, "tanh");
  setup.task = Task::multi_class;
  setup.layers.back().width = setup.classes;
  setup.loss = choose_loss("softmax_cross_entropy");
  setup.features = {Feature::x1, Feature::x2, Feature::x1_x2, Feature::sin_x1, Feature::cos_x2};
  setup.layers[1].activation = choose_activation("relu");
  setup.layers[1].residual = true;
  setup.layers[2].activation = choose_activation("prelu");
  setup.layers[2].normalization = Normalization::batch;
  setup.layers[3].activation = choose_activation("gelu");
  setup.layers[3].normalization = Normalization::layer;
  setup.layers[4].activation = choose_activation("sigmoid");
  auto trainer = Trainer::create(setup, scattered_points(), {.columns = 2}).trainer;
  if (trainer) trainer->step(step_count);
  return trainer;
}

void add(const Distribution& distribution, Hash& hash) {
  hash.add(distribution.mean);
  hash.add(distribution.deviation);
  hash.add(distribution.histogram.lower);
  hash.add(distribution.histogram.upper);
  for (const std::uint32_t count : distribution.histogram.counts) hash.add(static_cast<double>(count));
}

std::uint64_t observation_hash(const Trainer& trainer) {
  Hash hash;
  Observer observer(trainer);
  for (const LayerObservation& layer : observer.observe().layers) {
    add(layer.pre_activation, hash);
    add(layer.activation, hash);
    for (const double number :
         {layer.saturated, layer.weight_gradient_norm, layer.pre_activation_gradient_norm,
          *layer.update_ratio, layer.effective_rank})
      hash.add(number);
    for (const UnitObservation& unit : layer.units) {
      add(unit.pre_activation, hash);
      add(unit.activation, hash);
      for (const double number : {unit.saturated, unit.active, unit.sign_agreement}) hash.add(number);
    }
  }
  return hash.value();
}

std::uint64_t gradient_grid_hash(const Trainer& trainer) {
  const Grid grid{.size = 20};
  const std::size_t stride = plane_stride(grid.size), count = 2 * trainer.network().output_width();
  std::vector<float> planes(count * stride);
  evaluate_gradient_grid(trainer, grid, planes);
  Hash hash;
  for (const float number : planes) hash.add(number);
  return hash.value();
}

std::uint64_t sign_agreement_hash(const Trainer& trainer) {
  Hash hash;
  for (const auto& layer : sign_agreement(trainer, 10)) {
    for (const SignAgreement& unit : layer) {
      hash.add(unit.agreement);
      hash.add(unit.unanimous);
    }
  }
  return hash.value();
}

std::uint64_t linear_stack_hash(const Trainer& trainer) {
  Hash hash;
  const CollapsedLayers map = collapse_layers(trainer, {0, trainer.network().layers().size() - 1});
  for (const double number : map.weights) hash.add(number);
  for (const double number : map.bias) hash.add(number);
  hash.add(map.largest_difference);
  return hash.value();
}

std::uint64_t trace_hash(const Trainer& trainer) {
  Hash hash;
  const Trace trace = trace_sample(trainer, Split::train, 77);
  for (const LayerTrace& layer : trace.layers) {
    for (const UnitTrace& unit : layer.units) {
      for (const TracedNumber& weight : unit.weights) hash.add(weight.gradient);
      for (const float number : {unit.linear, unit.pre_activation, unit.activation, unit.slope, unit.output,
                                 unit.output_gradient, unit.delta})
        hash.add(number);
    }
  }
  hash.add(trace.loss);
  return hash.value();
}

}  // namespace

std::vector<NamedHash> observation_hashes() {
  const auto trainer = trained_network();
  if (!trainer) return {};
  return {{"analysis.gradient_grid", gradient_grid_hash(*trainer)},
          {"analysis.linear_stack", linear_stack_hash(*trainer)},
          {"analysis.observation", observation_hash(*trainer)},
          {"analysis.sign_agreement", sign_agreement_hash(*trainer)},
          {"analysis.trace", trace_hash(*trainer)}};
}

}  // namespace lab
