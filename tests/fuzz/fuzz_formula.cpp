// A formula that is accepted can be computed everywhere, the same twice; one that is not has its fault within
// it.
#include <cstdint>
#include <cstring>

#include "network/datasets/formula/formula.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const lab::FormulaReading reading = lab::read_formula(text);
  if (!reading.formula) {
    if (reading.problem.at > size) __builtin_trap();
    return 0;
  }
  const lab::FormulaReading again = lab::read_formula(text);
  for (const double x : {-6.0, -1.0, 0.0, 0.5, 6.0, 1e300}) {
    const double first = (*reading.formula)(x), second = (*again.formula)(x);
    if (std::memcmp(&first, &second, sizeof first) != 0 && first == first) __builtin_trap();
  }
  return 0;
}
