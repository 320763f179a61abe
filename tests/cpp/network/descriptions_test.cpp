#include <doctest/doctest.h>

#include "core/json_reader.h"
#include "network/datasets/registry.h"
#include "network/describe_choices.h"
#include "network/describe_trainer.h"
#include "network/initializers/registry.h"
#include "network/labelled_points.h"
#include "network/losses/registry.h"
#include "network/optimizers/registry.h"

namespace lab::testing {
namespace {

JsonValue read(const std::string& json) {
  const JsonReading reading = read_json(json);
  REQUIRE(reading.value);
  return *reading.value;
}

template <class Entries>
void check_keys(const JsonValue& choices, const char* list, const Entries& entries) {
  CAPTURE(list);
  const std::vector<JsonValue>& items = choices.find(list)->items();
  REQUIRE(items.size() == entries.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    CHECK(items[i].find("key")->text() == entries[i]->info.key);
    CHECK_FALSE(items[i].find("nameZh")->text().empty());
    CHECK(items[i].find("parameters")->items().size() == entries[i]->info.parameters.size());
  }
}

TEST_CASE("the choices are those of the catalogues") {
  const JsonValue choices = read(describe_choices());
  check_keys(choices, "datasets", datasets());
  check_keys(choices, "losses", losses());
  check_keys(choices, "optimizers", optimizers());
  check_keys(choices, "initializers", initializers());
  CHECK(choices.find("limits")->find("width")->number() == max_width);
}

TEST_CASE("a trainer's description says where each number lies") {
  Setup setup = make_setup({3, 4}, "prelu");
  setup.layers[0].normalization = Normalization::batch;
  setup.layers[1].bias = false;
  const auto trainer = make_trainer(setup);
  std::vector<float> numbers(trainer->parameter_count());
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<float>(i);
  REQUIRE(trainer->set_parameters(numbers).empty());

  const JsonValue description = read(describe_trainer(*trainer));
  CHECK_FALSE(description.find("data"));
  CHECK(description.find("setup")->find("learningRate")->number() == setup.hyper.learning_rate);
  const JsonValue& shape = *description.find("shape");
  CHECK(shape.find("unitCount")->number() == 8);
  CHECK(shape.find("parameterCount")->number() == static_cast<double>(numbers.size()));
  const std::vector<JsonValue>& layers = shape.find("layers")->items();
  const float* const padded = trainer->padded_parameters();
  for (std::size_t l = 0; l < layers.size(); ++l) {
    CAPTURE(l);
    const LayerShape& layer = trainer->network().layers()[l];
    CHECK(layers[l].find("firstUnit")->number() == static_cast<double>(layer.first_unit));
    CHECK(layers[l].find("weights")->number() == padded[layer.weights]);
    const auto check = [&](const char* name, bool exists, std::size_t place) {
      CAPTURE(name);
      const JsonValue& offset = *layers[l].find(name);
      CHECK((offset.type() == JsonValue::Type::number) == exists);
      if (exists) CHECK(offset.number() == padded[place]);
    };
    check("bias", layer.has_bias, layer.bias);
    check("scale", l == 0, layer.scale);
    check("shift", l == 0, layer.shift);
    check("slope", l < 2, layer.slope);
  }
}

TEST_CASE("problems are written with their names") {
  const JsonValue problems =
      read(to_json({{ProblemCode::out_of_range, "layers[1].width", 1, 256}, {ProblemCode::syntax, ""}}));
  REQUIRE(problems.items().size() == 2);
  CHECK(problems.items()[0].find("code")->text() == "out_of_range");
  CHECK(problems.items()[0].find("path")->text() == "layers[1].width");
  CHECK(problems.items()[0].find("minimum")->number() == 1);
  CHECK(problems.items()[0].find("maximum")->number() == 256);
  CHECK(problems.items()[1].find("code")->text() == "syntax");
}

}  // namespace
}  // namespace lab::testing
