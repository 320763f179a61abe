// What is seen of a trainer. Looking never changes the training.
#include "analysis/training/confusion.h"
#include "analysis/training/flatten.h"
#include "analysis/training/gradient_grid.h"
#include "bindings/desk.h"
#include "bindings/view.h"
#include "network/grid.h"

namespace lab::bindings {
namespace {

using emscripten::val;

const Trainer* find(unsigned handle) {
  return desk().trainers.find(handle);
}

val nothing() {
  return show(std::vector<double>());
}

/// Loss and score of the training data, then of the test data.
val evaluate_splits(unsigned handle) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return nothing();
  const Evaluation train = trainer->evaluate(Split::train), test = trainer->evaluate(Split::test);
  return show(std::vector<double>{train.loss, train.score, test.loss, test.score});
}

/// Room for the planes of a grid; empty if it is refused.
std::span<float> make_planes(const Grid& grid, std::size_t count) {
  if (!note(validate(grid, count))) return {};
  desk().planes.resize(count * plane_stride(grid.size));
  return desk().planes;
}

val grid(unsigned handle, unsigned size, float x1_minimum, float x1_maximum, float x2_minimum,
         float x2_maximum, bool all_units) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return nothing();
  const Grid grid{.size = size,
                  .x1_minimum = x1_minimum,
                  .x1_maximum = x1_maximum,
                  .x2_minimum = x2_minimum,
                  .x2_maximum = x2_maximum};
  const Network& network = trainer->network();
  const std::size_t first_unit = all_units ? 0 : network.layers().back().first_unit;
  const std::span<float> planes = make_planes(grid, network.unit_count() - first_unit);
  if (!planes.empty()) evaluate_grid(*trainer, grid, planes, first_unit);
  return view(planes.data(), planes.size());
}

val gradient_grid(unsigned handle, unsigned size, float x1_minimum, float x1_maximum, float x2_minimum,
                  float x2_maximum) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return nothing();
  const Grid grid{.size = size,
                  .x1_minimum = x1_minimum,
                  .x1_maximum = x1_maximum,
                  .x2_minimum = x2_minimum,
                  .x2_maximum = x2_maximum};
  const std::span<float> planes = make_planes(grid, 2 * trainer->network().output_width());
  if (!planes.empty()) evaluate_gradient_grid(*trainer, grid, planes);
  return view(planes.data(), planes.size());
}

/// More histograms than fit into so many bytes are refused.
constexpr std::uint64_t max_observation_bytes = std::uint64_t{64} << 20;

std::optional<HistogramLimits> limits(double lower, double upper) {
  if (lower != lower) return std::nullopt;
  return HistogramLimits{.lower = lower, .upper = upper};
}

/// Limits that are NaN are found from the numbers.
val observe(unsigned handle, unsigned bins, double pre_activation_lower, double pre_activation_upper,
            double activation_lower, double activation_upper, double saturation_threshold,
            double inactive_slope) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return nothing();
  const ObservationOptions options{
      .bins = bins,
      .pre_activation_limits = limits(pre_activation_lower, pre_activation_upper),
      .activation_limits = limits(activation_lower, activation_upper),
      .saturation_threshold = saturation_threshold,
      .inactive_slope = inactive_slope};
  if (!note(validate(options))) return nothing();
  const std::uint64_t bytes = flattened_size(trainer->network(), options) * sizeof(double);
  if (bytes > max_observation_bytes) {
    note({{ProblemCode::too_large, "bins", static_cast<double>(bytes),
           static_cast<double>(max_observation_bytes)}});
    return nothing();
  }
  Observer* const observer = desk().trainers.observer_of(handle, desk().problems);
  if (!observer) return nothing();
  Observation& observation = observer->observe(options);
  desk().trainers.life_log_of(handle).record(observation);
  return show(flatten(observation));
}

val confusion(unsigned handle, bool test) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return nothing();
  const std::vector<std::uint32_t> counts = confusion_matrix(*trainer, test ? Split::test : Split::train);
  return show(std::vector<double>(counts.begin(), counts.end()));
}

/// The loss is the only one of `numbers`.
val trace(unsigned handle, bool test, unsigned sample) {
  const Trainer* const trainer = find(handle);
  const Split split = test ? Split::test : Split::train;
  if (!trainer || sample >= trainer->samples(split).size()) return show(std::vector<float>());
  const Trace trace = trace_sample(*trainer, split, sample);
  desk().numbers = {trace.loss};
  return show(flatten(trace));
}

/// First and last layer of each run.
val find_affine_runs(unsigned handle) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return nothing();
  std::vector<double> numbers;
  for (const LayerRun& run : affine_runs(trainer->network())) {
    numbers.push_back(static_cast<double>(run.first));
    numbers.push_back(static_cast<double>(run.last));
  }
  return show(std::move(numbers));
}

val collapse(unsigned handle, unsigned first, unsigned last) {
  const Trainer* const trainer = find(handle);
  if (!trainer || first > last || last >= trainer->network().layers().size()) return nothing();
  return show(flatten(collapse_layers(*trainer, {.first = first, .last = last})));
}

val measure_sign_agreement(unsigned handle, unsigned batch_size) {
  const Trainer* const trainer = find(handle);
  return trainer ? show(flatten(sign_agreement(*trainer, batch_size))) : nothing();
}

}  // namespace

EMSCRIPTEN_BINDINGS(observation) {
  emscripten::function("evaluateSplits", &evaluate_splits);
  emscripten::function("grid", &grid);
  emscripten::function("gradientGrid", &gradient_grid);
  emscripten::function("observe", &observe);
  emscripten::function("confusion", &confusion);
  emscripten::function("trace", &trace);
  emscripten::function("affineRuns", &find_affine_runs);
  emscripten::function("collapse", &collapse);
  emscripten::function("signAgreement", &measure_sign_agreement);
}

}  // namespace lab::bindings
