#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/golden_path.h"

namespace lab::testing {

/// A line that begins with a name, and the lines of numbers below it. Comments begin with #.
struct GoldenRecord {
  std::string name;
  /// Behind the name.
  std::vector<double> numbers;
  std::vector<std::vector<double>> rows;
};

/// Numbers are hexadecimal, so that nothing is rounded. Empty if there is no such file.
inline std::vector<GoldenRecord> read_golden_records(const std::string& file) {
  std::vector<GoldenRecord> records;
  std::ifstream stream(golden_path(file));
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    const bool is_header = std::isalpha(static_cast<unsigned char>(line[0])) && line.rfind("inf", 0) != 0;
    if (is_header) words >> records.emplace_back().name;
    std::vector<double> numbers;
    for (std::string word; words >> word;) numbers.push_back(std::strtod(word.c_str(), nullptr));
    if (is_header) {
      records.back().numbers = numbers;
    } else {
      records.back().rows.push_back(numbers);
    }
  }
  return records;
}

}  // namespace lab::testing
