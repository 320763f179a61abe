#include "core/decimal.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

std::string decimal(double value) {
  std::string text;
  lab::append_decimal(text, value);
  return text;
}

}  // namespace

TEST_CASE("append_decimal keeps short numbers short") {
  CHECK(decimal(0) == "0");
  CHECK(decimal(1) == "1");
  CHECK(decimal(-3) == "-3");
  CHECK(decimal(0.01) == "0.01");
  CHECK(decimal(-0.25) == "-0.25");
  CHECK(decimal(12.5) == "12.5");
  CHECK(decimal(0.0001) == "0.0001");
  CHECK(decimal(2e-7) == "2e-7");
  CHECK(decimal(1e-22) == "1e-22");
  CHECK(decimal(2026) == "2026");
}

TEST_CASE("append_decimal writes numbers that read back as the same double") {
  const auto survives = [](double value) {
    const std::string text = decimal(value);
    INFO(text);
    CHECK(std::strtod(text.c_str(), nullptr) == value);
  };
  for (const double value :
       {0.1, 1.0 / 3, 0.16997120747990366, 1.6732632423543772, 3.141592653589793, 1e15, 1e22, 1e30, 65504.0,
        9007199254740993.0, 123456789.12345678, 1e-5, 1.2345678901234567e-5})
    survives(value);
  std::uint64_t state = 1;
  for (int i = 0; i < 20000; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const double mantissa = 1 + static_cast<double>(state >> 12) * 0x1p-52;
    const int exponent = static_cast<int>(state % 60) - 16;
    double value = mantissa;
    for (int k = 0; k < (exponent < 0 ? -exponent : exponent); ++k) value *= exponent < 0 ? 0.5 : 2;
    survives((state & 2) != 0 ? -value : value);
  }
}
