#include "network/setup_json.h"

#include <algorithm>
#include <optional>

#include "core/json_writer.h"
#include "network/choice_json.h"
#include "network/initializers/registry.h"
#include "network/layer_activation.h"
#include "network/losses/registry.h"
#include "network/optimizers/registry.h"
#include "network/validate.h"

namespace lab {

namespace {

/// A list in JSON that is longer is not read: it would be refused in any case.
constexpr std::size_t longest_list = 1024;

void read_layer(const Fields& fields, LayerSetup& layer) {
  std::uint64_t width = layer.width;
  fields.read("width", width);
  layer.width = static_cast<std::size_t>(std::min<std::uint64_t>(width, max_width + 1));
  read_choice(fields, "activation", "activationParameters", find_layer_activation, choose_activation,
              layer.activation);
  fields.read("bias", layer.bias);
  fields.read("normalization", layer.normalization, normalization_words);
  fields.read("residual", layer.residual);
  read_choice(fields, "initializer", "initializerParameters", find_initializer, choose_initializer,
              layer.initializer);
  fields.read("gain", layer.gain);
}

void read_layers(const Fields& fields, Setup& setup) {
  const JsonValue* const list = fields.find("layers", JsonValue::Type::array);
  if (!list) return;
  if (list->items().size() > max_layers)
    return fields.add(ProblemCode::out_of_range, "layers", 1, max_layers);
  setup.layers.clear();
  for (const JsonValue& item : list->items()) {
    const std::string path = fields.path() + "layers[" + std::to_string(setup.layers.size()) + "]";
    setup.layers.push_back(make_layer(4, "tanh"));
    if (item.type() == JsonValue::Type::object)
      read_layer(Fields(item, path + ".", fields.problems()), setup.layers.back());
    else
      fields.problems().push_back({ProblemCode::wrong_type, path});
  }
}

void read_features(const Fields& fields, Setup& setup) {
  const JsonValue* const list = fields.find("features", JsonValue::Type::array);
  if (!list) return;
  if (list->items().size() > longest_list)
    return fields.add(ProblemCode::out_of_range, "features", 0, max_columns);
  setup.features.clear();
  for (const JsonValue& item : list->items()) {
    const std::string name = "features[" + std::to_string(setup.features.size()) + "]";
    const Word<Feature>* found = nullptr;
    for (const Word<Feature>& word : feature_words)
      if (item.type() == JsonValue::Type::text && word.text == item.text()) found = &word;
    if (!found) fields.add(ProblemCode::unknown, name);
    setup.features.push_back(found ? found->value : Feature::x1);
  }
}

void read_hyper(const Fields& fields, const std::string& optimizer, HyperParameters& hyper) {
  fields.read("learningRate", hyper.learning_rate);
  if (const OptimizerEntry* const entry = find_optimizer(optimizer))
    read_parameters(fields, "optimizerParameters", entry->info.parameters, hyper.optimizer);
  if (const JsonValue* const schedule = fields.find("schedule", JsonValue::Type::object)) {
    const Fields members(*schedule, fields.path() + "schedule.", fields.problems());
    members.read("kind", hyper.schedule.kind, schedule_words);
    members.read("steps", hyper.schedule.steps);
    members.read("factor", hyper.schedule.factor);
  }
  fields.read("clipNorm", hyper.clip_norm);
  fields.read("l1", hyper.l1);
  fields.read("l2", hyper.l2);
}

void read_into(const Fields& fields, Setup& setup) {
  fields.read("task", setup.task, task_words);
  fields.read_size("classes", setup.classes);
  fields.read("targetCoding", setup.target_coding, target_coding_words);
  fields.read_size("columns", setup.columns);
  read_features(fields, setup);
  read_layers(fields, setup);
  read_choice(fields, "loss", "lossParameters", find_loss, choose_loss, setup.loss);
  std::string optimizer = setup.optimizer;
  fields.read("optimizer", optimizer);
  if (optimizer != setup.optimizer) choose_optimizer(setup, optimizer);
  read_hyper(fields, setup.optimizer, setup.hyper);
  fields.read_size("batchSize", setup.batch_size);
  fields.read("leftover", setup.leftover, leftover_words);
  fields.read("shuffle", setup.shuffle);
  fields.read("seed", setup.seed);
  fields.read("shuffleSeed", setup.shuffle_seed);
}

void write_layer(JsonWriter& json, const LayerSetup& layer) {
  json.begin_object();
  json.key("width").number(static_cast<double>(layer.width));
  write_choice(json, "activation", "activationParameters", find_layer_activation(layer.activation.key),
               layer.activation);
  json.key("bias").boolean(layer.bias);
  json.key("normalization").text(word_of(layer.normalization, normalization_words));
  json.key("residual").boolean(layer.residual);
  write_choice(json, "initializer", "initializerParameters", find_initializer(layer.initializer.key),
               layer.initializer);
  json.key("gain").number(layer.gain);
  json.end_object();
}

void write_hyper(JsonWriter& json, const Setup& setup) {
  const HyperParameters& hyper = setup.hyper;
  json.key("learningRate").number(hyper.learning_rate);
  if (const OptimizerEntry* const entry = find_optimizer(setup.optimizer);
      entry && entry->info.parameters.size() != 0)
    write_parameters(json, "optimizerParameters", entry->info.parameters, hyper.optimizer);
  json.key("schedule").begin_object();
  json.key("kind").text(word_of(hyper.schedule.kind, schedule_words));
  json.key("steps").number(static_cast<double>(hyper.schedule.steps));
  json.key("factor").number(hyper.schedule.factor);
  json.end_object();
  json.key("clipNorm").number(hyper.clip_norm);
  json.key("l1").number(hyper.l1);
  json.key("l2").number(hyper.l2);
}

}  // namespace

SetupReading read_setup(const JsonValue& json) {
  SetupReading reading{.setup = make_setup({}, "tanh"), .problems = {}};
  reading.setup.layers.clear();
  const Fields fields(json, "", reading.problems);
  std::uint64_t version = setup_version;
  fields.read("version", version);
  if (version > setup_version) {
    fields.add(ProblemCode::version, "version", 1, setup_version);
    return reading;
  }
  if (!json.find("layers")) fields.add(ProblemCode::missing, "layers");
  read_into(fields, reading.setup);
  if (reading.problems.empty()) reading.problems = validate(reading.setup);
  return reading;
}

SetupReading read_setup(std::string_view json) {
  Problems problems;
  const std::optional<JsonValue> object = read_object(json, "", problems);
  if (!object) return {.setup = {}, .problems = std::move(problems)};
  return read_setup(*object);
}

HyperParametersReading read_hyper_parameters(std::string_view json, const Setup& setup) {
  HyperParametersReading reading{.hyper = setup.hyper, .problems = {}};
  const std::optional<JsonValue> object = read_object(json, "", reading.problems);
  if (!object) return reading;
  read_hyper(Fields(*object, "", reading.problems), setup.optimizer, reading.hyper);
  if (reading.problems.empty()) reading.problems = validate(reading.hyper, setup);
  return reading;
}

void write_setup(JsonWriter& json, const Setup& setup) {
  json.begin_object();
  json.key("version").number(setup_version);
  json.key("task").text(word_of(setup.task, task_words));
  json.key("classes").number(static_cast<double>(setup.classes));
  json.key("targetCoding").text(word_of(setup.target_coding, target_coding_words));
  json.key("columns").number(static_cast<double>(setup.columns));
  json.key("features").begin_array();
  for (const Feature feature : setup.features) json.text(word_of(feature, feature_words));
  json.end_array();
  json.key("layers").begin_array();
  for (const LayerSetup& layer : setup.layers) write_layer(json, layer);
  json.end_array();
  write_choice(json, "loss", "lossParameters", find_loss(setup.loss.key), setup.loss);
  json.key("optimizer").text(setup.optimizer);
  write_hyper(json, setup);
  json.key("batchSize").number(static_cast<double>(setup.batch_size));
  json.key("leftover").text(word_of(setup.leftover, leftover_words));
  json.key("shuffle").boolean(setup.shuffle);
  json.key("seed").number(static_cast<double>(setup.seed));
  json.key("shuffleSeed").number(static_cast<double>(setup.shuffle_seed));
  json.end_object();
}

std::string to_json(const Setup& setup) {
  JsonWriter json;
  write_setup(json, setup);
  return json.str();
}

}  // namespace lab
