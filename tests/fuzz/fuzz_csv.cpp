// Whatever the bytes: they are points that survive being written and read, or what is wrong is named with a
// place in the text. The first byte chooses the options.
#include <algorithm>
#include <cstdint>

#include "network/datasets/csv.h"

namespace {

bool is_in(const lab::CsvProblem& problem, std::string_view text) {
  const auto lines =
      1 + std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
  return problem.line <= static_cast<std::size_t>(lines) && problem.column <= text.size() + 2;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  lab::CsvOptions options{.target = data[0] & 1 ? lab::CsvTarget::classes : lab::CsvTarget::values,
                          .target_column = (data[0] >> 1 & 3u),
                          .header = static_cast<lab::CsvHeader>((data[0] >> 3) % 3)};
  const lab::CsvReading reading = lab::read_csv(text, options);
  if (!reading.problems.empty()) {
    if (reading.problems.size() > lab::max_csv_problems) __builtin_trap();
    for (const lab::CsvProblem& problem : reading.problems)
      if (!is_in(problem, text)) __builtin_trap();
    return 0;
  }
  if (reading.samples.size() == 0) __builtin_trap();
  options.target_column = 0;
  options.header = lab::CsvHeader::present;
  const lab::CsvReading again = lab::read_csv(lab::write_csv(reading.samples, reading.names), options);
  if (!again.problems.empty() || !(again.samples == reading.samples) ||
      again.names.classes != reading.names.classes)
    __builtin_trap();
  if (!reading.names.inputs.empty() && again.names.inputs != reading.names.inputs) __builtin_trap();
  return 0;
}
