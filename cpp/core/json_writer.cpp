#include "core/json_writer.h"

#include "core/decimal.h"

namespace lab {

void JsonWriter::separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

JsonWriter& JsonWriter::raw(std::string_view value) {
  separate();
  out_ += value;
  return *this;
}

JsonWriter& JsonWriter::begin_object() {
  raw("{");
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  out_ += '}';
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  raw("[");
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  out_ += ']';
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  text(name);
  out_ += ':';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  constexpr std::string_view hex = "0123456789abcdef";
  separate();
  out_ += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const auto code = static_cast<unsigned char>(c);
    if (code >= 0x20 && c != '"' && c != '\\') continue;
    out_ += value.substr(written, i - written);
    written = i + 1;
    out_ += '\\';
    if (code >= 0x20) {
      out_ += c;
    } else {
      out_ += "u00";
      out_ += hex[code >> 4];
      out_ += hex[code & 15];
    }
  }
  out_ += value.substr(written);
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!(value - value == 0)) return null();
  separate();
  append_decimal(out_, value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  return raw(value ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
  return raw("null");
}

JsonWriter& JsonWriter::new_line() {
  separate();
  out_ += '\n';
  needs_comma_ = false;
  return *this;
}

}  // namespace lab
