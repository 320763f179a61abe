#pragma once

#include <string>
#include <string_view>

namespace lab {

/// Writes one JSON document from left to right. Commas are placed by the writer; the caller closes what it
/// opens.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  /// Null where the number is not finite; see append_decimal.
  JsonWriter& number(double value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// The next item begins a line, for documents that people compare.
  JsonWriter& new_line();

  [[nodiscard]] const std::string& str() const { return out_; }

 private:
  void separate();
  JsonWriter& raw(std::string_view value);

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace lab
