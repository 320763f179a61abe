#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "core/json_reader.h"
#include "network/problem.h"
#include "network/words.h"

namespace lab {

/// Reads the members of one JSON object into variables. A member that is not there leaves its variable alone;
/// one that is wrong does too, and is named.
class Fields {
 public:
  /// `path` begins the path of every problem: empty, or such as `layers[1].`.
  Fields(const JsonValue& object, std::string path, Problems& problems)
      : object_(object), path_(std::move(path)), problems_(problems) {}

  void read(std::string_view name, double& target) const;
  void read(std::string_view name, bool& target) const;
  void read(std::string_view name, std::string& target) const;
  /// A whole number from 0 to 2^53 - 1.
  void read(std::string_view name, std::uint64_t& target) const;
  /// The same; what is larger than 2^32 - 1 becomes that.
  void read_size(std::string_view name, std::size_t& target) const;

  template <class Enum, std::size_t count>
  void read(std::string_view name, Enum& target, const Word<Enum> (&words)[count]) const {
    const JsonValue* const member = find(name, JsonValue::Type::text);
    if (!member) return;
    for (const Word<Enum>& word : words) {
      if (word.text != member->text()) continue;
      target = word.value;
      return;
    }
    add(ProblemCode::unknown, name);
  }

  /// Null if there is no such member, or (then it is named) one of another type.
  [[nodiscard]] const JsonValue* find(std::string_view name, JsonValue::Type type) const;
  void add(ProblemCode code, std::string_view name, double minimum = 0, double maximum = 0) const;
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Problems& problems() const { return problems_; }

 private:
  const JsonValue& object_;
  std::string path_;
  Problems& problems_;
};

/// The value of a JSON text that is an object; a problem of the whole text under `path` else.
std::optional<JsonValue> read_object(std::string_view json, std::string_view path, Problems& problems);

}  // namespace lab
