#include "network/describe_choices.h"

#include "activations/describe_parts.h"
#include "network/grid.h"
#include "network/initializers/registry.h"
#include "network/losses/registry.h"
#include "network/optimizers/registry.h"
#include "network/trainer.h"
#include "network/validate.h"
#include "network/words.h"

namespace lab {

namespace {

constexpr Word<OutputRule> output_rule_words[] = {
    {OutputRule::any, "any"}, {OutputRule::logits, "logits"}, {OutputRule::probabilities, "probabilities"}};

void describe_common(JsonWriter& json, const ChoiceInfo& info) {
  describe_names(json, info.key, info.name, info.name_zh);
  json.key("latex").text(info.latex);
  describe_parameters(json, info.parameters);
  json.key("pytorch").text(info.pytorch);
  json.key("paper");
  describe(json, info.paper);
}

void describe_rest(JsonWriter& json, const LossInfo& info) {
  json.key("tasks").begin_array();
  for (const Task task : info.tasks) json.text(word_of(task, task_words));
  json.end_array();
  json.key("outputs").text(word_of(info.outputs, output_rule_words));
  json.key("signedTargets").boolean(info.signed_targets);
}

void describe_rest(JsonWriter& json, const OptimizerInfo& info) {
  json.key("learningRate").number(info.learning_rate);
}

void describe_rest(JsonWriter& json, const InitializerInfo& info) {
  json.key("usesGain").boolean(info.uses_gain);
  json.key("scalesByData").boolean(info.scales_by_data);
}

template <class Info>
void describe_entry(JsonWriter& json, const Info& info) {
  json.begin_object();
  describe_common(json, info.choice);
  describe_rest(json, info);
  json.end_object();
}

void describe_limits(JsonWriter& json) {
  json.key("limits").begin_object();
  const auto limit = [&](std::string_view name, std::uint64_t value) {
    json.key(name).number(static_cast<double>(value));
  };
  limit("layers", max_layers);
  limit("width", max_width);
  limit("columns", max_columns);
  limit("classes", max_classes);
  limit("batchSize", max_batch_size);
  limit("samples", max_samples);
  limit("gridSize", max_grid_size);
  limit("seed", max_seed);
  limit("trainerBytes", memory_budget);
  limit("documentBytes", max_document_size);
  json.end_object();
}

}  // namespace

std::string describe_choices() {
  JsonWriter json;
  json.begin_object();
  json.key("losses").begin_array();
  for (const LossEntry* entry : losses()) describe_entry(json, entry->loss);
  json.end_array();
  json.key("optimizers").begin_array();
  for (const OptimizerEntry* entry : optimizers()) describe_entry(json, entry->optimizer);
  json.end_array();
  json.key("initializers").begin_array();
  for (const InitializerEntry* entry : initializers()) describe_entry(json, entry->initializer);
  json.end_array();
  describe_limits(json);
  json.end_object();
  return json.str();
}

}  // namespace lab
