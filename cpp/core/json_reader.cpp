#include "core/json_reader.h"

#include <cstdint>
#include <cstdlib>

namespace lab {

namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Stands for itself in a text.
constexpr bool is_plain(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void append_utf8(std::string& text, std::uint32_t code) {
  const auto append = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
  const auto continuation = [&](unsigned shift) { append(0x80 | ((code >> shift) & 0x3f)); };
  if (code < 0x80) {
    append(code);
  } else if (code < 0x800) {
    append(0xc0 | code >> 6);
    continuation(0);
  } else if (code < 0x10000) {
    append(0xe0 | code >> 12);
    continuation(6);
    continuation(0);
  } else {
    append(0xf0 | code >> 18);
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  for (std::size_t i = names_.size(); i-- > 0;)
    if (names_[i] == name) return &items_[i];
  return nullptr;
}

/// Every function returns false at the first byte that does not belong there, and leaves `position_` at it.
class JsonParser {
 public:
  explicit JsonParser(std::string_view document) : document_(document) {}

  bool document(JsonValue& value) {
    if (!any_value(value, 0)) return false;
    skip_space();
    return position_ == document_.size();
  }

  [[nodiscard]] std::size_t position() const { return position_; }

 private:
  [[nodiscard]] char peek() const { return position_ < document_.size() ? document_[position_] : '\0'; }

  bool accept(char c) {
    if (position_ >= document_.size() || document_[position_] != c) return false;
    ++position_;
    return true;
  }

  void skip_space() {
    while (position_ < document_.size() && std::string_view(" \t\n\r").find(peek()) != std::string_view::npos)
      ++position_;
  }

  bool word(std::string_view expected) {
    for (const char c : expected)
      if (!accept(c)) return false;
    return true;
  }

  bool any_value(JsonValue& value, int depth) {
    if (++values_ > max_json_values) return false;
    skip_space();
    switch (peek()) {
      case '{':
        return depth < max_json_depth && object(value, depth);
      case '[':
        return depth < max_json_depth && array(value, depth);
      case '"':
        value.type_ = JsonValue::Type::text;
        return string(value.text_);
      case 't':
        value.type_ = JsonValue::Type::boolean;
        value.number_ = 1;
        return word("true");
      case 'f':
        value.type_ = JsonValue::Type::boolean;
        return word("false");
      case 'n':
        return word("null");
      default:
        return number(value);
    }
  }

  bool object(JsonValue& value, int depth) {
    value.type_ = JsonValue::Type::object;
    ++position_;
    skip_space();
    if (accept('}')) return true;
    do {
      skip_space();
      if (!string(value.names_.emplace_back())) return false;
      skip_space();
      if (!accept(':') || !any_value(value.items_.emplace_back(), depth + 1)) return false;
      skip_space();
    } while (accept(','));
    return accept('}');
  }

  bool array(JsonValue& value, int depth) {
    value.type_ = JsonValue::Type::array;
    ++position_;
    skip_space();
    if (accept(']')) return true;
    do {
      if (!any_value(value.items_.emplace_back(), depth + 1)) return false;
      skip_space();
    } while (accept(','));
    return accept(']');
  }

  bool digits() {
    if (!is_digit(peek())) return false;
    while (is_digit(peek())) ++position_;
    return true;
  }

  bool number(JsonValue& value) {
    const std::size_t start = position_;
    accept('-');
    if (!accept('0') && !digits()) return false;
    if (accept('.') && !digits()) return false;
    if (accept('e') || accept('E')) {
      if (!accept('+')) accept('-');
      if (!digits()) return false;
    }
    value.type_ = JsonValue::Type::number;
    value.number_ = std::strtod(std::string(document_.substr(start, position_ - start)).c_str(), nullptr);
    return true;
  }

  bool hex4(std::uint32_t& code) {
    code = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = peek();
      std::uint32_t digit;
      if (is_digit(c))
        digit = static_cast<std::uint32_t>(c - '0');
      else if (c >= 'a' && c <= 'f')
        digit = static_cast<std::uint32_t>(c - 'a' + 10);
      else if (c >= 'A' && c <= 'F')
        digit = static_cast<std::uint32_t>(c - 'A' + 10);
      else
        return false;
      code = code << 4 | digit;
      ++position_;
    }
    return true;
  }

  bool escape(std::string& text) {
    constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    if (const std::size_t index = letters.find(peek()); index != std::string_view::npos && peek() != '\0') {
      text += meanings[index];
      ++position_;
      return true;
    }
    std::uint32_t code;
    if (!accept('u') || !hex4(code)) return false;
    if (code >= 0xdc00 && code < 0xe000) return false;
    if (code >= 0xd800 && code < 0xdc00) {
      std::uint32_t low;
      if (!word("\\u") || !hex4(low) || low < 0xdc00 || low >= 0xe000) return false;
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    }
    append_utf8(text, code);
    return true;
  }

  bool string(std::string& text) {
    if (!accept('"')) return false;
    for (;;) {
      const std::size_t start = position_;
      while (position_ < document_.size() && is_plain(document_[position_])) ++position_;
      text += document_.substr(start, position_ - start);
      if (accept('"')) return true;
      if (!accept('\\') || !escape(text)) return false;
    }
  }

  std::string_view document_;
  std::size_t position_ = 0;
  std::size_t values_ = 0;
};

JsonReading read_json(std::string_view document) {
  JsonValue value;
  JsonParser parser(document);
  if (parser.document(value)) return {.value = std::move(value)};
  return {.value = std::nullopt, .error_offset = parser.position()};
}

}  // namespace lab
