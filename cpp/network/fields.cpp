#include "network/fields.h"

#include <algorithm>

namespace lab {

const JsonValue* Fields::find(std::string_view name, JsonValue::Type type) const {
  const JsonValue* const member = object_.find(name);
  if (!member) return nullptr;
  if (member->type() == type) return member;
  add(ProblemCode::wrong_type, name);
  return nullptr;
}

void Fields::add(ProblemCode code, std::string_view name, double minimum, double maximum) const {
  problems_.push_back({code, path_ + std::string(name), minimum, maximum});
}

void Fields::read(std::string_view name, double& target) const {
  if (const JsonValue* const member = find(name, JsonValue::Type::number)) target = member->number();
}

void Fields::read(std::string_view name, bool& target) const {
  if (const JsonValue* const member = find(name, JsonValue::Type::boolean)) target = member->boolean();
}

void Fields::read(std::string_view name, std::string& target) const {
  if (const JsonValue* const member = find(name, JsonValue::Type::text)) target = member->text();
}

void Fields::read(std::string_view name, std::uint64_t& target) const {
  const JsonValue* const member = find(name, JsonValue::Type::number);
  if (!member) return;
  const double number = member->number();
  const auto limit = static_cast<double>(max_seed);
  if (number >= 0 && number <= limit && number == static_cast<double>(static_cast<std::uint64_t>(number)))
    target = static_cast<std::uint64_t>(number);
  else
    add(ProblemCode::out_of_range, name, 0, limit);
}

void Fields::read_size(std::string_view name, std::size_t& target) const {
  std::uint64_t number = target;
  read(name, number);
  target = static_cast<std::size_t>(std::min<std::uint64_t>(number, 0xffffffff));
}

std::optional<JsonValue> read_object(std::string_view json, std::string_view path, Problems& problems) {
  JsonReading reading = read_json(json);
  if (!reading.value)
    problems.push_back({ProblemCode::syntax, std::string(path), static_cast<double>(reading.error_offset)});
  else if (reading.value->type() != JsonValue::Type::object)
    problems.push_back({ProblemCode::wrong_type, std::string(path)});
  else
    return std::move(reading.value);
  return std::nullopt;
}

}  // namespace lab
