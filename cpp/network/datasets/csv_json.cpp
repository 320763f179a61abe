#include "network/datasets/csv_json.h"

#include "core/json_writer.h"
#include "network/fields.h"

namespace lab {

namespace {

constexpr Word<CsvProblemCode> code_words[] = {{CsvProblemCode::too_large, "too_large"},
                                               {CsvProblemCode::no_rows, "no_rows"},
                                               {CsvProblemCode::too_many_rows, "too_many_rows"},
                                               {CsvProblemCode::too_few_columns, "too_few_columns"},
                                               {CsvProblemCode::too_many_columns, "too_many_columns"},
                                               {CsvProblemCode::uneven_row, "uneven_row"},
                                               {CsvProblemCode::unclosed_quote, "unclosed_quote"},
                                               {CsvProblemCode::text_after_quote, "text_after_quote"},
                                               {CsvProblemCode::missing_value, "missing_value"},
                                               {CsvProblemCode::not_a_number, "not_a_number"},
                                               {CsvProblemCode::number_too_large, "number_too_large"},
                                               {CsvProblemCode::too_many_classes, "too_many_classes"},
                                               {CsvProblemCode::no_such_column, "no_such_column"}};

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const std::string& text : texts) json.text(text);
  json.end_array();
}

void read_texts(const Fields& fields, std::string_view name, std::vector<std::string>& texts) {
  const JsonValue* const list = fields.find(name, JsonValue::Type::array);
  if (!list) return;
  for (const JsonValue& item : list->items()) {
    if (item.type() != JsonValue::Type::text)
      fields.add(ProblemCode::wrong_type, std::string(name) + "[" + std::to_string(texts.size()) + "]");
    texts.push_back(item.text());
  }
}

}  // namespace

std::string to_json(const std::vector<CsvProblem>& problems) {
  JsonWriter json;
  json.begin_array();
  for (const CsvProblem& problem : problems) {
    json.begin_object();
    json.key("code").text(word_of(problem.code, code_words));
    json.key("line").number(static_cast<double>(problem.line));
    json.key("column").number(static_cast<double>(problem.column));
    json.key("limit").number(static_cast<double>(problem.limit));
    json.end_object();
  }
  json.end_array();
  return json.str();
}

std::string to_json(const CsvNames& names) {
  JsonWriter json;
  json.begin_object();
  write_texts(json, "inputs", names.inputs);
  json.key("target").text(names.target);
  write_texts(json, "classes", names.classes);
  json.end_object();
  return json.str();
}

CsvNamesReading read_csv_names(std::string_view json) {
  CsvNamesReading reading;
  const std::optional<JsonValue> object = read_object(json, "", reading.problems);
  if (!object) return reading;
  const Fields fields(*object, "", reading.problems);
  read_texts(fields, "inputs", reading.names.inputs);
  fields.read("target", reading.names.target);
  read_texts(fields, "classes", reading.names.classes);
  return reading;
}

}  // namespace lab
