#include "network/fields.h"

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

}  // namespace lab
