#include "network/datasets/csv_scanner.h"

#include <algorithm>

namespace lab {

void CsvScanner::skip_blanks() {
  while (!at_end() && is_blank(text_[position_])) ++position_;
}

void CsvScanner::skip_line_end() {
  if (at_end()) return;
  const bool returns = text_[position_++] == '\r';
  if (returns && !at_end() && text_[position_] == '\n') ++position_;
  ++line_;
}

CsvScanner::Result CsvScanner::next(std::vector<CsvField>& row) {
  while (!at_end()) {
    const Result result = scan_row(row);
    const auto is_empty = [](const CsvField& field) { return field.text.empty(); };
    if (result != Result::row || !std::all_of(row.begin(), row.end(), is_empty)) return result;
  }
  return Result::end;
}

CsvScanner::Result CsvScanner::scan_row(std::vector<CsvField>& row) {
  row.clear();
  while (true) {
    skip_blanks();
    CsvField& field = row.emplace_back();
    field.line = line_;
    if (!at_end() && text_[position_] == '"') {
      const Result result = scan_quoted(field);
      if (result != Result::row) return result;
    } else {
      scan_plain(field);
    }
    if (at_line_end()) break;
    ++position_;
  }
  skip_line_end();
  return Result::row;
}

CsvScanner::Result CsvScanner::scan_quoted(CsvField& field) {
  ++position_;
  while (true) {
    if (at_end()) return Result::unclosed_quote;
    if (text_[position_] == '"') {
      ++position_;
      if (at_end() || text_[position_] != '"') break;
      field.text += '"';
      ++position_;
    } else if (at_line_end()) {
      const std::size_t start = position_;
      skip_line_end();
      field.text += text_.substr(start, position_ - start);
    } else {
      field.text += text_[position_++];
    }
  }
  skip_blanks();
  return at_field_end() ? Result::row : Result::text_after_quote;
}

void CsvScanner::scan_plain(CsvField& field) {
  const std::size_t start = position_;
  while (!at_field_end()) ++position_;
  std::string_view text = text_.substr(start, position_ - start);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  field.text = text;
}

}  // namespace lab
