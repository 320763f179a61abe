#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "activations/activation.h"
#include "core/json_writer.h"
#include "network/fields.h"
#include "network/setup.h"

namespace lab {

/// Names those that are not in `infos`.
template <class List>
void read_parameters(const Fields& fields, std::string_view name, const List& infos,
                     std::array<double, max_choice_parameters>& values) {
  const JsonValue* const object = fields.find(name, JsonValue::Type::object);
  if (!object) return;
  const Fields members(*object, fields.path() + std::string(name) + ".", fields.problems());
  for (std::size_t i = 0; i < infos.size(); ++i) members.read(infos[i].key, values[i]);
  for (const std::string& member : object->names())
    if (std::none_of(infos.begin(), infos.end(),
                     [&](const ParameterInfo& info) { return info.key == member; }))
      members.add(ProblemCode::unknown, member);
}

/// The key `name` and, in `parameters_name`, the parameters; those left out have their initial values. Of an
/// unknown key only the key is kept: `validate` names it.
template <class Entry>
void read_choice(const Fields& fields, std::string_view name, std::string_view parameters_name,
                 const Entry* (*find)(std::string_view), Choice (*choose)(std::string_view), Choice& choice) {
  std::string key = choice.key;
  fields.read(name, key);
  if (key != choice.key) choice = choose(key);
  if (const Entry* const entry = find(choice.key))
    read_parameters(fields, parameters_name, entry->info.parameters, choice.parameters);
}

template <class List>
void write_parameters(JsonWriter& json, std::string_view name, const List& infos,
                      const std::array<double, max_choice_parameters>& values) {
  json.key(name).begin_object();
  for (std::size_t i = 0; i < infos.size(); ++i) json.key(infos[i].key).number(values[i]);
  json.end_object();
}

template <class Entry>
void write_choice(JsonWriter& json, std::string_view name, std::string_view parameters_name,
                  const Entry* entry, const Choice& choice) {
  json.key(name).text(choice.key);
  if (entry && entry->info.parameters.size() != 0)
    write_parameters(json, parameters_name, entry->info.parameters, choice.parameters);
}

}  // namespace lab
