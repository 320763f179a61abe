#include "network/describe_choices.h"

#include "activations/describe_parts.h"
#include "network/datasets/csv.h"
#include "network/datasets/data_setup.h"
#include "network/datasets/registry.h"
#include "network/grid.h"
#include "network/initializers/registry.h"
#include "network/layer_activation.h"
#include "network/losses/registry.h"
#include "network/optimizers/registry.h"
#include "network/trainer.h"
#include "network/validate.h"
#include "network/words.h"

namespace lab {

namespace {

constexpr Word<OutputRule> output_rule_words[] = {
    {OutputRule::any, "any"}, {OutputRule::logits, "logits"}, {OutputRule::probabilities, "probabilities"}};

constexpr Word<NoiseEffect> noise_effect_words[] = {
    {NoiseEffect::none, "none"}, {NoiseEffect::inputs, "inputs"}, {NoiseEffect::targets, "targets"}};

void describe_activation(JsonWriter& json, const LayerActivationInfo& info) {
  json.begin_object();
  describe_names(json, info.key, info.name, info.name_zh);
  json.key("family").text(family_name(info.family));
  json.key("latex").text(info.latex);
  describe_parameters(json, info.parameters);
  json.end_object();
}

void describe_common(JsonWriter& json, const ChoiceInfo& info) {
  describe_names(json, info.key, info.name, info.name_zh);
  json.key("latex").text(info.latex);
  describe_parameters(json, info.parameters);
  json.key("pytorch").text(info.pytorch);
  json.key("paper");
  describe(json, info.paper);
}

void describe_tasks(JsonWriter& json, const StaticList<Task, 4>& tasks) {
  json.key("tasks").begin_array();
  for (const Task task : tasks) json.text(word_of(task, task_words));
  json.end_array();
}

void describe_name(JsonWriter& json, const BilingualName& name) {
  json.key("name").text(name.name);
  json.key("nameZh").text(name.name_zh);
}

void describe_rest(JsonWriter& json, const DatasetInfo& info) {
  describe_tasks(json, info.tasks);
  json.key("columns").number(static_cast<double>(info.columns));
  json.key("measured").begin_array();
  for (const ColumnInfo& column : info.measured) {
    json.begin_object();
    describe_name(json, column.label);
    json.key("unit").text(column.unit);
    json.key("centre").number(column.centre);
    json.key("scale").number(column.scale);
    json.end_object();
  }
  json.end_array();
  json.key("imageWidth").number(static_cast<double>(info.image_width));
  json.key("fewestClasses").number(static_cast<double>(info.fewest_classes));
  json.key("mostClasses").number(static_cast<double>(info.most_classes));
  json.key("classNames").begin_array();
  for (const BilingualName& name : info.class_names) {
    json.begin_object();
    describe_name(json, name);
    json.end_object();
  }
  json.end_array();
  json.key("fixedSize").number(static_cast<double>(info.fixed_size));
  json.key("noise").text(word_of(info.noise, noise_effect_words));
  json.key("splits").boolean(info.splits);
  json.key("extent").number(info.extent);
  json.key("formula").text(info.formula);
  json.key("licence").text(info.licence);
}

void describe_rest(JsonWriter& json, const LossInfo& info) {
  json.key("keras").text(info.keras);
  describe_tasks(json, info.tasks);
  json.key("outputs").text(word_of(info.outputs, output_rule_words));
  json.key("signedTargets").boolean(info.signed_targets);
}

void describe_rest(JsonWriter& json, const OptimizerInfo& info) {
  json.key("pytorchDefinition").text(info.pytorch_definition);
  json.key("keras").text(info.keras);
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
  limit("generatedSamples", max_generated_samples);
  limit("csvBytes", max_csv_size);
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
  json.key("activations").begin_array();
  for (const LayerActivation* entry : layer_activations()) describe_activation(json, entry->info);
  json.end_array();
  json.key("datasets").begin_array();
  for (const DatasetEntry* entry : datasets()) describe_entry(json, entry->dataset);
  json.end_array();
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
