#include "core/decimal.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>

#include "core/bit_cast.h"

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
  for (int i = 0; i < 20000; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const auto value = lab::bit_cast<double>(state);
    if (std::isfinite(value)) survives(value);
  }
  for (const double value : {5e-324, 2.2250738585072014e-308, 1.7976931348623157e308}) survives(value);
}

TEST_CASE("append_float writes the fewest digits that read back as the same float") {
  const auto written = [](float value) {
    std::string text;
    lab::append_float(text, value);
    return text;
  };
  CHECK(written(0) == "0");
  CHECK(written(-0.0f) == "-0");
  CHECK(written(0.1f) == "0.1");
  CHECK(written(-2.5f) == "-2.5");
  CHECK(written(100) == "100");
  CHECK(written(16777216) == "16777216");
  CHECK(written(1.0f / 3) == "0.33333334");
  CHECK(written(3.4028235e38f) == "34028235e31");
  CHECK(written(1e-45f) == "1e-45");
  CHECK(written(9.999999e9f) == "9999999000");
  std::uint64_t state = 3;
  for (int i = 0; i < 50000; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const auto value = lab::bit_cast<float>(static_cast<std::uint32_t>(state >> 32));
    if (!std::isfinite(value)) continue;
    const std::string text = written(value);
    INFO(text);
    CHECK(std::signbit(lab::read_float(text).value()) == std::signbit(value));
    CHECK(lab::read_float(text) == value);
    char scientific[32];
    int digits = 0;
    do std::snprintf(scientific, sizeof scientific, "%.*e", digits++, double{value});
    while (std::strtof(scientific, nullptr) != value);
    std::string significant;
    for (const char c : text.substr(0, text.find('e')))
      if (c >= '0' && c <= '9' && (c != '0' || !significant.empty())) significant += c;
    if (text.find('.') == std::string::npos) significant.erase(significant.find_last_not_of('0') + 1);
    CHECK(significant.size() == static_cast<std::size_t>(digits));
  }
}

TEST_CASE("read_float reads what is a number, and nothing else") {
  for (const char* text : {"0", "-1", "+1", "12.5", ".5", "5.", "-.5e-3", "6.02e23", "1E+5", "007"})
    CHECK_MESSAGE(lab::read_float(text) == std::strtof(text, nullptr), text);
  for (const char* text : {"", "+", "-", ".", "e5", "1e", "1e+", "1.2.3", "0x10", "nan", "inf", " 1", "1 ",
                           "1,5", "--1", "1_000", "1f"})
    CHECK_MESSAGE(!lab::read_float(text), text);
  CHECK(lab::read_float("1e39") == std::numeric_limits<float>::infinity());
  CHECK(lab::read_float("-1e39") == -std::numeric_limits<float>::infinity());
  CHECK(lab::read_float("1e-60") == 0);
  CHECK(!lab::read_float(std::string_view("1\0", 2)));
}

TEST_CASE("read_float rounds once: a double in between would tip these to the wrong side") {
  // Just above the middle of two floats, by less than a double can tell.
  CHECK(lab::read_float("1.00000005960464477540") == 1.00000011920928955078125f);
  CHECK(lab::read_float("1.00000005960464477538") == 1);
  CHECK(lab::read_float("16777217.0000000001") == 16777218);
  CHECK(lab::read_float("16777217") == 16777216);
}
