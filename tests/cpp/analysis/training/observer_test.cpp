#include "analysis/training/observer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "analysis/training/random_trainers.h"
#include "analysis/training/reference_evaluation.h"
#include "network/labelled_points.h"

namespace lab::testing {
namespace {

/// Of everything that is observed, from a network that knows nothing of lanes and blocks.
class ReferenceObservation {
 public:
  explicit ReferenceObservation(const Trainer& trainer) : trainer_(trainer), evaluation_(trainer) {
    for (std::size_t s = 0; s < size(); ++s) passes_.push_back(evaluation_.run(evaluation_.inputs_of(s)));
  }

  [[nodiscard]] std::size_t size() const { return trainer_.table(Split::train).size(); }

  [[nodiscard]] std::vector<double> pre_activations(std::size_t l, std::size_t u) const {
    return collect([&](const auto& pass) { return pass[l].pre_activation[u].value.value; });
  }
  [[nodiscard]] std::vector<double> activations(std::size_t l, std::size_t u) const {
    return collect([&](const auto& pass) { return pass[l].activation[u].value.value; });
  }
  [[nodiscard]] std::vector<double> slopes(std::size_t l, std::size_t u) const {
    return collect([&](const auto& pass) { return pass[l].slope[u]; });
  }

  /// Of the mean loss by W x + b of a unit, for each sample.
  [[nodiscard]] std::vector<double> deltas(std::size_t l, std::size_t u) const {
    std::vector<double> result;
    for (std::size_t s = 0; s < size(); ++s) {
      const auto pass = evaluation_.run(evaluation_.inputs_of(s), ReferenceEvaluation::Raised{l, u});
      result.push_back(evaluation_.loss(pass.back().activation, s).tangent.value /
                       static_cast<double>(size()));
    }
    return result;
  }

  [[nodiscard]] double weight_gradient_norm(std::size_t layer) {
    double squares = 0;
    std::size_t next = 0;
    for (std::size_t l = 0; l < trainer_.network().layers().size(); ++l) {
      const LayerShape& shape = trainer_.network().layers()[l];
      const std::size_t weights = shape.units * shape.inputs;
      for (std::size_t i = 0; i < weights && l == layer; ++i) squares += std::pow(gradient(next + i), 2);
      next += weights + (shape.has_bias ? shape.units : 0) +
              (shape.normalization != Normalization::none ? 2 * shape.units : 0) +
              (shape.learns_slope ? 1 : 0);
    }
    return std::sqrt(squares);
  }

  /// By the definition: for each sample the products of delta and input.
  [[nodiscard]] double sign_agreement(std::size_t l, std::size_t u) const {
    const std::vector<double> delta = deltas(l, u);
    double sum = 0, samples = 0;
    for (std::size_t s = 0; s < size(); ++s) {
      double signs = 0, count = 0;
      for (const Rate& x : passes_[s][l].x) {
        const double product = delta[s] * x.value.value;
        signs += product > 0 ? 1 : product < 0 ? -1 : 0;
        count += product != 0 ? 1 : 0;
      }
      if (count == 0) continue;
      sum += std::fabs(signs) / count;
      ++samples;
    }
    return samples != 0 ? sum / samples : 0;
  }

  /// Singular values by one-sided rotations of the rows (Hestenes 1958), never squared.
  [[nodiscard]] double effective_rank(std::size_t l) const {
    std::vector<std::vector<double>> rows;
    for (std::size_t u = 0; u < trainer_.network().layers()[l].units; ++u) {
      rows.push_back(activations(l, u));
      double mean = 0;
      for (const double a : rows.back()) mean += a / static_cast<double>(size());
      // What does not vary has no rank, nor has its rounding.
      for (double& a : rows.back()) a = std::fabs(a - mean) > 1e-12 ? a - mean : 0;
    }
    for (int sweep = 0; sweep < 20; ++sweep)
      for (std::size_t p = 0; p < rows.size(); ++p)
        for (std::size_t q = p + 1; q < rows.size(); ++q) rotate(rows[p], rows[q]);
    double sum = 0, entropy = 0;
    for (const auto& row : rows) sum += std::sqrt(dot(row, row));
    for (const auto& row : rows) {
      const double share = std::sqrt(dot(row, row)) / sum;
      if (share > 0) entropy -= share * std::log(share);
    }
    return sum > 0 ? std::exp(entropy) : 0;
  }

 private:
  template <class Number>
  [[nodiscard]] std::vector<double> collect(Number number) const {
    std::vector<double> result;
    for (const auto& pass : passes_) result.push_back(number(pass));
    return result;
  }

  static double dot(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
  }

  static void rotate(std::vector<double>& a, std::vector<double>& b) {
    const double product = dot(a, b);
    if (product == 0) return;
    const double angle = 0.5 * std::atan2(2 * product, dot(a, a) - dot(b, b));
    const double c = std::cos(angle), s = std::sin(angle);
    for (std::size_t i = 0; i < a.size(); ++i) {
      const double x = a[i], y = b[i];
      a[i] = c * x + s * y;
      b[i] = c * y - s * x;
    }
  }

  double gradient(std::size_t parameter) {
    evaluation_.parameters[parameter].tangent = Reference(1.0);
    double sum = 0;
    for (std::size_t s = 0; s < size(); ++s)
      sum += evaluation_.loss(evaluation_.run(evaluation_.inputs_of(s)).back().activation, s).tangent.value;
    evaluation_.parameters[parameter].tangent = Reference(0.0);
    return sum / static_cast<double>(size());
  }

  const Trainer& trainer_;
  ReferenceEvaluation evaluation_;
  std::vector<std::vector<ReferenceEvaluation::Layer>> passes_;
};

struct Statistics {
  double mean = 0;
  double deviation = 0;
};

Statistics statistics_of(const std::vector<double>& numbers) {
  Statistics result;
  const auto count = static_cast<double>(numbers.size());
  for (const double number : numbers) result.mean += number / count;
  for (const double number : numbers) result.deviation += std::pow(number - result.mean, 2) / count;
  result.deviation = std::sqrt(result.deviation);
  return result;
}

double largest_of(const std::vector<double>& numbers) {
  double largest = 1;
  for (const double number : numbers) largest = std::max(largest, std::fabs(number));
  return largest;
}

/// Within rounding to float of numbers of that size.
void check_close(double seen, double expected, double scale) {
  CHECK(std::fabs(seen - expected) <= 3e-5 * scale);
}

void check_distribution(const Distribution& seen, const std::vector<double>& numbers, bool automatic) {
  const Statistics expected = statistics_of(numbers);
  const double scale = largest_of(numbers);
  check_close(seen.mean, expected.mean, scale);
  check_close(seen.deviation, expected.deviation, scale);
  const Histogram& histogram = seen.histogram;
  const std::size_t bins = histogram.counts.size();
  const double width = (histogram.upper - histogram.lower) / static_cast<double>(bins);
  // Numbers next to a border may have been rounded across it.
  const double slack = 3e-5 * scale;
  std::uint32_t total = 0;
  for (std::size_t bin = 0; bin < bins; ++bin) {
    const double lower = bin == 0 ? -INFINITY : histogram.lower + static_cast<double>(bin) * width;
    const double upper = bin + 1 == bins ? INFINITY : histogram.lower + static_cast<double>(bin + 1) * width;
    std::uint32_t least = 0, most = 0;
    for (const double number : numbers) {
      least += number > lower + slack && number < upper - slack;
      most += number > lower - slack && number < upper + slack;
    }
    CHECK(histogram.counts[bin] >= least);
    CHECK(histogram.counts[bin] <= most);
    total += histogram.counts[bin];
  }
  CHECK(total == numbers.size());
  if (!automatic) return;
  for (const double number : numbers) {
    CHECK(number >= histogram.lower - slack);
    CHECK(number <= histogram.upper + slack);
  }
}

/// Shares of slopes below a limit, where those next to it may have been rounded across.
void check_share(double seen, const std::vector<double>& slopes, double limit) {
  double least = 0, most = 0;
  for (const double slope : slopes) {
    least += std::fabs(slope) < limit - 3e-5;
    most += std::fabs(slope) < limit + 3e-5;
  }
  const auto count = static_cast<double>(slopes.size());
  CHECK(seen >= least / count);
  CHECK(seen <= most / count);
}

void append(const std::vector<double>& more, std::vector<double>& all) {
  all.insert(all.end(), more.begin(), more.end());
}

void check_observation(const Trainer& trainer, const ObservationOptions& options) {
  Observer observer(trainer);
  const Observation& seen = observer.observe(options);
  ReferenceObservation reference(trainer);
  CHECK(seen.step == trainer.steps());
  REQUIRE(seen.layers.size() == trainer.network().layers().size());
  for (std::size_t l = 0; l < seen.layers.size(); ++l) {
    CAPTURE(l);
    const LayerObservation& layer = seen.layers[l];
    REQUIRE(layer.units.size() == trainer.network().layers()[l].units);
    std::vector<double> pre_activations, activations, slopes, deltas;
    for (std::size_t u = 0; u < layer.units.size(); ++u) {
      CAPTURE(u);
      const UnitObservation& unit = layer.units[u];
      check_distribution(unit.pre_activation, reference.pre_activations(l, u), false);
      check_distribution(unit.activation, reference.activations(l, u), false);
      CHECK(unit.pre_activation.histogram.lower == layer.pre_activation.histogram.lower);
      CHECK(unit.activation.histogram.upper == layer.activation.histogram.upper);
      check_share(unit.saturated, reference.slopes(l, u), options.saturation_threshold);
      CHECK(unit.dead == (unit.active == 0));
      check_close(unit.sign_agreement, reference.sign_agreement(l, u), 1);
      append(reference.pre_activations(l, u), pre_activations);
      append(reference.activations(l, u), activations);
      append(reference.slopes(l, u), slopes);
      append(reference.deltas(l, u), deltas);
    }
    check_distribution(layer.pre_activation, pre_activations, !options.pre_activation_limits);
    check_distribution(layer.activation, activations, !options.activation_limits);
    check_share(layer.saturated, slopes, options.saturation_threshold);
    double delta_squares = 0;
    for (const double delta : deltas) delta_squares += delta * delta;
    const double delta_norm = std::sqrt(delta_squares), weight_norm = reference.weight_gradient_norm(l);
    // A layer normalisation of nearly equal numbers magnifies rounding.
    check_close(layer.pre_activation_gradient_norm, delta_norm, std::max(delta_norm, 0.1));
    check_close(layer.weight_gradient_norm, weight_norm, std::max(weight_norm, 0.1));
    check_close(layer.effective_rank, reference.effective_rank(l), 30);
  }
}

TEST_CASE("an observation tells what a naive network shows") {
  // Smooth and kinked, bounded and not, with and without parameters.
  for (const char* activation : {"tanh", "relu", "sigmoid", "prelu", "leaky_relu", "gelu", "elu", "silu",
                                 "sine", "hardtanh", "softplus", "abs"}) {
    CAPTURE(activation);
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      CAPTURE(seed);
      const auto trainer = random_trainer(activation, seed, static_cast<std::size_t>(5 + 13 * seed));
      REQUIRE(trainer);
      REQUIRE_FALSE(trainer->divergence());
      ObservationOptions options{.bins = 7};
      if (seed % 2 == 0) options.pre_activation_limits = HistogramLimits{-1, 0.5};
      if (seed % 3 == 0) options.activation_limits = HistogramLimits{0, 0.25};
      if (seed % 3 == 1) options.saturation_threshold = 0.3;
      check_observation(*trainer, options);
    }
  }
}

TEST_CASE("blocks that are full, almost full and of one sample") {
  for (const std::size_t samples :
       {std::size_t{2}, std::size_t{63}, std::size_t{64}, std::size_t{65}, std::size_t{129}}) {
    CAPTURE(samples);
    check_observation(*random_trainer("tanh", 4, samples), {});
  }
  Setup setup = make_setup({1}, "tanh");
  check_observation(*make_trainer(setup, 1), {});
}

/// One ReLU-like unit before the output, whose pre-activation is x1 + bias.
std::unique_ptr<Trainer> single_unit(const char* activation, float bias) {
  auto trainer = make_trainer(make_setup({1}, activation), 100);
  std::vector<float> parameters = trainer->parameters();
  parameters[0] = 1;
  parameters[1] = 0;
  parameters[2] = bias;
  REQUIRE(trainer->set_parameters(parameters).empty());
  return trainer;
}

UnitObservation first_unit(const Trainer& trainer, const ObservationOptions& options = {}) {
  return Observer(trainer).observe(options).layers[0].units[0];
}

TEST_CASE("a unit is dead where it is active for no training point") {
  // All x1 are between -2 and 2.
  UnitObservation unit = first_unit(*single_unit("relu", -3));
  CHECK(unit.dead);
  CHECK(unit.active == 0);
  CHECK(unit.saturated == 1);
  CHECK(unit.sign_agreement == 0);
  CHECK(unit.activation.deviation == 0);
  unit = first_unit(*single_unit("relu", -1.9f));
  CHECK_FALSE(unit.dead);
  CHECK(unit.active > 0);
  CHECK(unit.active < 0.1);
  CHECK(unit.saturated == doctest::Approx(1 - unit.active));
  CHECK(first_unit(*single_unit("relu", 3)).active == 1);

  unit = first_unit(*single_unit("leaky_relu", -3));
  CHECK(unit.active == 1);
  CHECK_FALSE(unit.dead);
  CHECK(first_unit(*single_unit("leaky_relu", -3), {.inactive_slope = 0.05}).dead);

  // Saturated is not dead: a vanishing gradient is one.
  unit = first_unit(*single_unit("sigmoid", -40));
  CHECK(unit.saturated == 1);
  CHECK_FALSE(unit.dead);
  CHECK(first_unit(*single_unit("elu", -40)).active == 1);
  // Beyond 9.02 tanh is flat in single precision.
  CHECK(first_unit(*single_unit("tanh", -12)).dead);
  CHECK(first_unit(*single_unit("step", 0)).dead);
  CHECK(first_unit(*single_unit("identity", -12)).active == 1);
  CHECK(first_unit(*single_unit("identity", 0), {.saturation_threshold = 2}).saturated == 1);
}

TEST_CASE("the update ratio is that of the last step") {
  Setup setup = make_setup({5}, "tanh");
  choose_optimizer(setup, "adam");
  const auto trainer = make_trainer(setup);
  Observer observer(*trainer);
  CHECK_FALSE(observer.observe().layers[0].update_ratio);
  trainer->step(3);
  const std::vector<float> before = trainer->parameters();
  trainer->step();
  const std::vector<float> after = trainer->parameters();
  const auto ratio = [&](std::size_t first, std::size_t count) {
    double change = 0, size = 0;
    for (std::size_t i = first; i < first + count; ++i) {
      change += std::pow(double{after[i]} - double{before[i]}, 2);
      size += std::pow(before[i], 2);
    }
    return std::sqrt(change / size);
  };
  CHECK(*observer.observe().layers[0].update_ratio == doctest::Approx(ratio(0, 10)));
  CHECK(*observer.observe().layers[1].update_ratio == doctest::Approx(ratio(15, 5)));

  // Not what somebody did to the weights.
  REQUIRE(trainer->set_parameters(before).empty());
  CHECK_FALSE(observer.observe().layers[0].update_ratio);
  trainer->step();
  CHECK(observer.observe().layers[0].update_ratio);
  trainer->reset();
  CHECK_FALSE(observer.observe().layers[0].update_ratio);
}

TEST_CASE("observations of a network whose numbers overflow") {
  auto trainer = single_unit("exponential", 200);
  Observer observer(*trainer);
  const Observation& seen = observer.observe();
  const LayerObservation& layer = seen.layers[0];
  CHECK(std::isfinite(layer.pre_activation.mean));
  CHECK(std::isnan(layer.activation.mean));
  CHECK(std::isnan(layer.activation.deviation));
  CHECK(std::isnan(layer.effective_rank));
  CHECK(layer.activation.histogram.counts == std::vector<std::uint32_t>(32));
  CHECK(std::isnan(seen.layers[1].pre_activation.mean));
}

TEST_CASE("options are checked") {
  CHECK(validate(ObservationOptions{}).empty());
  const auto path = [](const ObservationOptions& options) { return validate(options).at(0).path; };
  CHECK(path({.bins = 0}) == "bins");
  CHECK(path({.bins = max_histogram_bins + 1}) == "bins");
  CHECK(path({.pre_activation_limits = HistogramLimits{1, 1}}) == "preActivationLimits.upper");
  CHECK(path({.activation_limits = HistogramLimits{-INFINITY, 1}}) == "activationLimits.lower");
  CHECK(path({.activation_limits = HistogramLimits{0, NAN}}) == "activationLimits.upper");
  CHECK(path({.saturation_threshold = -1}) == "saturationThreshold");
  CHECK(path({.inactive_slope = NAN}) == "inactiveSlope");
}

TEST_CASE("the observer's memory is known beforehand") {
  const auto trainer = random_trainer("tanh", 2, 40);
  CHECK(Observer::bytes_needed(trainer->network()) > sizeof(float) * trainer->network().parameter_floats());
  Setup wide = make_setup({256, 256}, "tanh");
  CHECK(Observer::bytes_needed(Network(wide)) < 3u << 20);
}

}  // namespace
}  // namespace lab::testing
