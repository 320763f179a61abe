#include "network/datasets/csv_separator.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace lab {

namespace {

constexpr std::string_view candidates = "\t;|,";
constexpr std::size_t rows_looked_at = 10;

/// How often each candidate occurs in a row.
struct Row {
  std::array<std::size_t, candidates.size()> counts{};
  bool empty = true;
};

/// Takes a row away from the text, whatever separates its fields.
Row take_row(std::string_view& text) {
  Row row;
  bool quoted = false, field_begins = true;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      // A doubled quote ends the field and begins it again.
      quoted = c != '"';
      field_begins = !quoted;
    } else if (c == '"' && field_begins) {
      quoted = true;
      row.empty = false;
    } else if (c == '\n' || c == '\r') {
      break;
    } else if (const std::size_t candidate = candidates.find(c); candidate != std::string_view::npos) {
      ++row.counts[candidate];
      field_begins = true;
    } else if (c != ' ') {
      field_begins = row.empty = false;
    }
  }
  text.remove_prefix(std::min(i + 1, text.size()));
  return row;
}

}  // namespace

char detect_separator(std::string_view text) {
  Row first;
  std::array<bool, candidates.size()> even;
  even.fill(true);
  for (std::size_t rows = 0; rows < rows_looked_at && !text.empty();) {
    const Row row = take_row(text);
    if (row.empty) continue;
    if (rows++ == 0) first = row;
    for (std::size_t i = 0; i < even.size(); ++i) even[i] = even[i] && row.counts[i] == first.counts[i];
  }
  std::size_t best = candidates.size() - 1;
  for (std::size_t i = 0; i < even.size(); ++i) {
    if (even[i] && first.counts[i] != 0) return candidates[i];
    if (first.counts[i] > first.counts[best]) best = i;
  }
  return candidates[best];
}

}  // namespace lab
