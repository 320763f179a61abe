#include "activations/describe_parts.h"

namespace lab {

std::string_view family_name(Family family) {
  switch (family) {
    case Family::elementary:
      return "elementary";
    case Family::rectifier:
      return "rectifier";
    case Family::sigmoidal:
      return "sigmoidal";
    case Family::gated:
      return "gated";
    case Family::shrinkage:
      return "shrinkage";
    case Family::periodic:
      return "periodic";
    case Family::radial:
      return "radial";
  }
  return {};
}

void describe(JsonWriter& json, const ParameterInfo& parameter) {
  json.begin_object();
  json.key("key").text(parameter.key);
  json.key("symbol").text(parameter.symbol);
  json.key("initial").number(parameter.initial);
  json.key("minimum").number(parameter.minimum);
  json.key("maximum").number(parameter.maximum);
  json.key("sliderMinimum").number(parameter.slider_minimum);
  json.key("sliderMaximum").number(parameter.slider_maximum);
  json.key("step").number(parameter.step);
  json.end_object();
}

void describe(JsonWriter& json, const Paper& paper) {
  json.begin_object();
  json.key("authors").text(paper.authors);
  json.key("year").number(paper.year);
  json.key("title").text(paper.title);
  json.key("url").text(paper.url);
  json.end_object();
}

void describe_names(JsonWriter& json, std::string_view key, std::string_view name, std::string_view name_zh) {
  json.key("key").text(key);
  json.key("name").text(name);
  json.key("nameZh").text(name_zh.empty() ? name : name_zh);
}

}  // namespace lab
