#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lab {

/// One value of a JSON document (RFC 8259).
class JsonValue {
 public:
  enum class Type { null, boolean, number, text, array, object };

  [[nodiscard]] Type type() const { return type_; }
  /// False unless a boolean.
  [[nodiscard]] bool boolean() const { return number_ != 0; }
  /// 0 unless a number. Rounded to nearest; what is too large is infinite.
  [[nodiscard]] double number() const { return type_ == Type::number ? number_ : 0; }
  /// Empty unless a text.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// The items of an array, or the values of an object; empty for the others.
  [[nodiscard]] const std::vector<JsonValue>& items() const { return items_; }
  /// Of an object's members, in the order of `items`; empty for the others.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// An object's member, the last one of that name; null if there is none, or this is no object.
  [[nodiscard]] const JsonValue* find(std::string_view name) const;

 private:
  friend class JsonParser;

  Type type_ = Type::null;
  double number_ = 0;
  std::string text_;
  std::vector<JsonValue> items_;
  std::vector<std::string> names_;
};

struct JsonReading {
  std::optional<JsonValue> value;
  /// Without a value: the offset of the first byte that is not JSON, or that goes beyond a limit.
  std::size_t error_offset = 0;
};

/// Containers within containers that a document may have.
inline constexpr int max_json_depth = 32;
/// Values that it may have: each takes far more memory than the two bytes in which it can be written.
inline constexpr std::size_t max_json_values = 100'000;

/// Reads a whole document; nothing but white space may follow it. Texts must be UTF-8 in the sense that
/// escapes name whole characters; other bytes are passed on as they are.
JsonReading read_json(std::string_view document);

}  // namespace lab
