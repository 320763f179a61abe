#include "network/datasets/data_setup_json.h"

#include "network/choice_json.h"
#include "network/datasets/registry.h"

namespace lab {

namespace {

bool takes_formula(const DataSetup& data) {
  const DatasetEntry* const entry = find_dataset(data.dataset.key);
  return entry && !entry->dataset.formula.empty();
}

}  // namespace

DataSetupReading read_data_setup(const JsonValue& json) {
  DataSetupReading reading;
  if (json.type() != JsonValue::Type::object) {
    reading.problems.push_back({ProblemCode::wrong_type, "data"});
    return reading;
  }
  DataSetup& data = reading.data;
  const Fields fields(json, "data.", reading.problems);
  if (!json.find("dataset")) fields.add(ProblemCode::missing, "dataset");
  read_choice(fields, "dataset", "parameters", find_dataset, choose_dataset, data.dataset);
  fields.read_size("samples", data.samples);
  fields.read_size("classes", data.classes);
  fields.read("noise", data.noise);
  fields.read("trainShare", data.train_share);
  fields.read("seed", data.seed);
  if (takes_formula(data)) fields.read("formula", data.formula);
  if (reading.problems.empty()) reading.problems = validate(data);
  return reading;
}

DataSetupReading read_data_setup(std::string_view json) {
  Problems problems;
  const std::optional<JsonValue> object = read_object(json, "data", problems);
  if (!object) return {.data = {}, .problems = std::move(problems)};
  return read_data_setup(*object);
}

void write_data_setup(JsonWriter& json, const DataSetup& data) {
  json.begin_object();
  write_choice(json, "dataset", "parameters", find_dataset(data.dataset.key), data.dataset);
  json.key("samples").number(static_cast<double>(data.samples));
  json.key("classes").number(static_cast<double>(data.classes));
  json.key("noise").number(data.noise);
  json.key("trainShare").number(data.train_share);
  json.key("seed").number(static_cast<double>(data.seed));
  if (takes_formula(data) && !data.formula.empty()) json.key("formula").text(data.formula);
  json.end_object();
}

std::string to_json(const DataSetup& data) {
  JsonWriter json;
  write_data_setup(json, data);
  return json.str();
}

}  // namespace lab
