#include <algorithm>

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

Problems validate(const CsvNames& names, const Samples& samples) {
  Problems problems;
  const auto expect = [&](std::size_t count, std::size_t wanted, const char* name) {
    if (count != 0 && count != wanted)
      problems.push_back({ProblemCode::incompatible, name, 0, static_cast<double>(wanted)});
  };
  const auto is_finite = [](float number) { return number - number == 0; };
  if (!std::all_of(samples.inputs.begin(), samples.inputs.end(), is_finite) ||
      !std::all_of(samples.targets.begin(), samples.targets.end(), is_finite))
    problems.push_back({ProblemCode::out_of_range, "samples"});
  expect(names.inputs.size(), samples.columns, "inputs");
  if (names.classes.empty()) return problems;
  const auto count = static_cast<float>(names.classes.size());
  for (const float target : samples.targets) {
    if (target >= 0 && target < count && target == static_cast<float>(static_cast<std::size_t>(target)))
      continue;
    problems.push_back({ProblemCode::incompatible, "classes"});
    break;
  }
  return problems;
}

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
