#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "core/json_reader.h"
#include "core/random.h"
#include "network/initializers/gain.h"
#include "network/initializers/registry.h"
#include "network/setup_json.h"
#include "network/trainer.h"
#include "support/golden_path.h"

namespace lab::testing {
namespace {

JsonValue read_golden() {
  std::ifstream stream(golden_path("training.json"));
  std::stringstream text;
  text << stream.rdbuf();
  JsonReading reading = read_json(text.str());
  REQUIRE(reading.value);
  return *reading.value;
}

std::vector<double> numbers(const JsonValue& object, const char* name) {
  std::vector<double> result;
  const JsonValue* const list = object.find(name);
  REQUIRE(list != nullptr);
  for (const JsonValue& item : list->items()) result.push_back(item.number());
  return result;
}

std::vector<float> floats(const JsonValue& object, const char* name) {
  std::vector<float> result;
  for (const double number : numbers(object, name)) result.push_back(static_cast<float>(number));
  return result;
}

/// Relative to PyTorch's number, or to 0.1 where that is smaller.
double relative_difference(double found, double expected) {
  return std::fabs(found - expected) / std::max(std::fabs(expected), 0.1);
}

double worst_difference(std::span<const float> found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  double worst = 0;
  for (std::size_t i = 0; i < found.size(); ++i)
    worst = std::max(worst, relative_difference(found[i], expected[i]));
  return worst;
}

/// What batch normalisation remembers: each layer's means, then its variances.
std::vector<float> running_statistics(const Trainer& trainer) {
  std::vector<float> statistics;
  visit_running(trainer.network(), [&](std::size_t offset, std::size_t count) {
    const float* const first = trainer.padded_parameters() + offset;
    statistics.insert(statistics.end(), first, first + count);
  });
  return statistics;
}

TEST_CASE("training follows PyTorch, loss by loss and weight by weight") {
  const JsonValue golden = read_golden();
  const JsonValue* const runs = golden.find("runs");
  REQUIRE(runs != nullptr);
  CHECK(runs->items().size() >= 34);
  int with_running_statistics = 0;
  for (const JsonValue& run : runs->items()) {
    const std::string name = run.find("name")->text();
    CAPTURE(name);
    const SetupReading reading = read_setup(*run.find("setup"));
    for (const Problem& problem : reading.problems) FAIL_CHECK(problem.path);
    Samples train{
        .columns = reading.setup.columns, .inputs = floats(run, "inputs"), .targets = floats(run, "targets")};
    const TrainerCreation creation = Trainer::create(reading.setup, train, {.columns = train.columns});
    REQUIRE(creation.trainer);
    Trainer& trainer = *creation.trainer;
    REQUIRE(trainer.set_initial_parameters(floats(run, "initial")).empty());

    double worst = 0;
    for (const double expected : numbers(run, "losses")) {
      worst = std::max(worst, relative_difference(trainer.evaluate(Split::train).loss, expected));
      CHECK(trainer.step() == 1);
    }
    CHECK(worst < 1e-5);
    CHECK(worst_difference(trainer.parameters(), numbers(run, "final")) < 1e-5);
    const std::vector<float> remembered = running_statistics(trainer);
    if (!remembered.empty()) {
      ++with_running_statistics;
      CHECK(worst_difference(remembered, numbers(run, "running")) < 1e-5);
    }
  }
  CHECK(with_running_statistics >= 2);
}

TEST_CASE("gains are PyTorch's") {
  const JsonValue golden = read_golden();
  for (const JsonValue& item : golden.find("gains")->items()) {
    Choice activation{.key = item.find("activation")->text(), .parameters = {item.find("slope")->number()}};
    CAPTURE(activation.key);
    CHECK(pytorch_gain(activation) == doctest::Approx(item.find("gain")->number()).epsilon(1e-12));
  }
}

TEST_CASE("initialisers spread like PyTorch's") {
  constexpr std::size_t inputs = 50, units = 200;
  const JsonValue golden = read_golden();
  for (const JsonValue& item : golden.find("initializers")->items()) {
    const InitializerEntry* const entry = find_initializer(item.find("key")->text());
    REQUIRE(entry != nullptr);
    CAPTURE(entry->info.key);
    double squares = 0, largest = 0;
    for (std::uint64_t layer = 0; layer < 20; ++layer) {
      Random random(5, layer);
      std::vector<float> weights(inputs * units), bias(units);
      const double parameters[max_choice_parameters] = {};
      const double gain = entry->initializer.uses_gain ? pytorch_gain(choose_activation("relu")) : 1;
      entry->fill({.inputs = inputs,
                   .units = units,
                   .gain = gain,
                   .parameters = parameters,
                   .weights = weights,
                   .bias = bias,
                   .random = random});
      for (const float weight : weights) {
        squares += double{weight} * double{weight};
        largest = std::max(largest, std::fabs(double{weight}));
      }
    }
    CHECK(std::sqrt(squares / (20.0 * inputs * units)) ==
          doctest::Approx(item.find("deviation")->number()).epsilon(0.01));
    CHECK(largest == doctest::Approx(item.find("largest")->number()).epsilon(0.15));
  }
}

}  // namespace
}  // namespace lab::testing
