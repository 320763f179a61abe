#include "network/problem.h"

#include "core/json_writer.h"

namespace lab {

namespace {

constexpr std::string_view code_name(ProblemCode code) {
  switch (code) {
    case ProblemCode::syntax:
      return "syntax";
    case ProblemCode::version:
      return "version";
    case ProblemCode::missing:
      return "missing";
    case ProblemCode::wrong_type:
      return "wrong_type";
    case ProblemCode::unknown:
      return "unknown";
    case ProblemCode::out_of_range:
      return "out_of_range";
    case ProblemCode::incompatible:
      return "incompatible";
    case ProblemCode::formula_unexpected:
      return "formula_unexpected";
    case ProblemCode::formula_unknown_name:
      return "formula_unknown_name";
    case ProblemCode::formula_unclosed:
      return "formula_unclosed";
    case ProblemCode::formula_too_long:
      return "formula_too_long";
    case ProblemCode::formula_too_deep:
      return "formula_too_deep";
    case ProblemCode::too_large:
      return "too_large";
  }
  return {};
}

}  // namespace

std::string to_json(const Problems& problems) {
  JsonWriter json;
  json.begin_array();
  for (const Problem& problem : problems) {
    json.begin_object();
    json.key("code").text(code_name(problem.code));
    json.key("path").text(problem.path);
    json.key("minimum").number(problem.minimum);
    json.key("maximum").number(problem.maximum);
    json.end_object();
  }
  json.end_array();
  return json.str();
}

}  // namespace lab
