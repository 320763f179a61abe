#pragma once

#include <string>
#include <string_view>

#include "network/datasets/csv.h"
#include "network/problem.h"

namespace lab {

/// An array of objects with `code` (the enumerator's name), `line`, `column` and `limit`.
std::string to_json(const std::vector<CsvProblem>& problems);

/// An object with `inputs`, `target` and `classes`. `read_csv_names` gives them back.
std::string to_json(const CsvNames& names);

struct CsvNamesReading {
  /// Meaningful only without problems.
  CsvNames names;
  Problems problems;
};

/// What is left out is empty.
CsvNamesReading read_csv_names(std::string_view json);

}  // namespace lab
