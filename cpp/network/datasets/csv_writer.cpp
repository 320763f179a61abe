#include "core/decimal.h"
#include "network/datasets/csv.h"

namespace lab {

namespace {

/// Whatever a reader could take for something else is quoted.
void append_field(std::string& csv, std::string_view text) {
  const bool plain = text.find_first_of("\",;|\t\r\n") == std::string_view::npos &&
                     text.find_first_of(" \xef") != 0 && (text.empty() || text.back() != ' ');
  if (plain) {
    csv += text;
    return;
  }
  csv += '"';
  for (const char c : text) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

void append_header(std::string& csv, const Samples& samples, const CsvNames& names) {
  for (std::size_t column = 0; column < samples.columns; ++column) {
    if (names.inputs.empty())
      csv.append(1, 'x').append(std::to_string(column + 1));
    else
      append_field(csv, names.inputs[column]);
    csv += ',';
  }
  append_field(csv, names.target.empty() ? "target" : names.target);
  csv += '\n';
}

}  // namespace

std::string write_csv(const Samples& samples, const CsvNames& names) {
  std::string csv;
  append_header(csv, samples, names);
  for (std::size_t row = 0; row < samples.size(); ++row) {
    for (std::size_t column = 0; column < samples.columns; ++column) {
      append_float(csv, samples.inputs[column * samples.size() + row]);
      csv += ',';
    }
    const float target = samples.targets[row];
    if (names.classes.empty())
      append_float(csv, target);
    else
      append_field(csv, names.classes[static_cast<std::size_t>(target)]);
    csv += '\n';
  }
  return csv;
}

}  // namespace lab
