#pragma once

#include <string_view>

#include "activations/activation.h"
#include "core/json_writer.h"

namespace lab {

/// As it is called in JSON.
std::string_view family_name(Family family);

/// What catalogues have in common in their JSON.
void describe(JsonWriter& json, const ParameterInfo& parameter);
void describe(JsonWriter& json, const Paper& paper);
/// `key`, `name` and `nameZh`, which is the name where `name_zh` is empty.
void describe_names(JsonWriter& json, std::string_view key, std::string_view name, std::string_view name_zh);

/// `parameters`.
template <class List>
void describe_parameters(JsonWriter& json, const List& parameters) {
  json.key("parameters").begin_array();
  for (const ParameterInfo& parameter : parameters) describe(json, parameter);
  json.end_array();
}

}  // namespace lab
