#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

struct CsvField {
  /// Without its quotes, or without blanks around it.
  std::string text;
  /// The line it begins in, from 1.
  std::size_t line = 0;
};

/// Cuts a text into rows of fields.
class CsvScanner {
 public:
  enum class Result { row, end, unclosed_quote, text_after_quote };

  CsvScanner(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// The next row that is not empty. Where a quote is wrong, the last field is the one that begins with it.
  Result next(std::vector<CsvField>& row);

 private:
  [[nodiscard]] bool at_end() const { return position_ == text_.size(); }
  [[nodiscard]] bool at_line_end() const {
    return at_end() || text_[position_] == '\n' || text_[position_] == '\r';
  }
  [[nodiscard]] bool at_field_end() const { return at_line_end() || text_[position_] == separator_; }
  [[nodiscard]] bool is_blank(char c) const { return (c == ' ' || c == '\t') && c != separator_; }
  void skip_blanks();
  void skip_line_end();
  Result scan_row(std::vector<CsvField>& row);
  Result scan_quoted(CsvField& field);
  void scan_plain(CsvField& field);

  std::string_view text_;
  char separator_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
};

}  // namespace lab
