#include "core/decimal.h"

#include <charconv>
#include <cstdint>

#include "core/bit_cast.h"

namespace lab {

namespace {

__extension__ using uint128 = unsigned __int128;

constexpr int largest_exact_power = 22;

constexpr auto powers_of_ten = [] {
  struct {
    double values[largest_exact_power + 1];
  } table{};
  double power = 1;
  for (double& value : table.values) {
    value = power;
    power *= 10;
  }
  return table;
}();

void append_integer(std::string& text, std::uint64_t value) {
  char digits[20];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  text.append(digits, end);
}

void append_exponent(std::string& text, int exponent) {
  if (exponent == 0) return;
  text += 'e';
  if (exponent < 0) text += '-';
  append_integer(text, static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent));
}

/// digits * 10^exponent, as 0.25 or 12.5 where few zeros are needed.
void append_scaled(std::string& text, std::uint64_t digits, int exponent) {
  std::string plain;
  append_integer(plain, digits);
  const int point = static_cast<int>(plain.size()) + exponent;
  if (exponent >= 0 || point < -4) {
    text += plain;
    append_exponent(text, exponent);
  } else if (point <= 0) {
    text += "0.";
    text.append(static_cast<std::size_t>(-point), '0');
    text += plain;
  } else {
    plain.insert(static_cast<std::size_t>(point), 1, '.');
    text += plain;
  }
}

/// Whether magnitude is a whole number below 2^53 times 10^exponent, exactly as a reader will compute it.
bool try_short(std::string& text, double magnitude, int exponent) {
  const double scale = powers_of_ten.values[exponent < 0 ? -exponent : exponent];
  const double scaled = exponent < 0 ? magnitude * scale : magnitude / scale;
  if (!(scaled < 0x1p53)) return false;
  auto digits = static_cast<std::uint64_t>(scaled);
  if (scaled - static_cast<double>(digits) >= 0.5) ++digits;
  const auto whole = static_cast<double>(digits);
  if ((exponent < 0 ? whole / scale : whole * scale) != magnitude) return false;
  append_scaled(text, digits, exponent);
  return true;
}

/// Seventeen significant digits, correctly rounded.
void append_long(std::string& text, double magnitude) {
  const auto pattern = bit_cast<std::uint64_t>(magnitude);
  const int shift = 1075 - static_cast<int>(pattern >> 52);
  const uint128 mantissa = (pattern & 0x000fffffffffffff) | 0x0010000000000000;
  int decimals = 16;
  double leading = magnitude;
  while (leading < 1 && decimals < largest_exact_power) {
    leading *= 10;
    ++decimals;
  }
  while (leading >= 10) {
    leading /= 10;
    --decimals;
  }
  uint128 scaled = mantissa;
  for (int i = 0; i < decimals; ++i) scaled *= 10;
  const uint128 rounded = shift > 0 ? (scaled + (uint128{1} << (shift - 1))) >> shift : scaled << -shift;
  append_scaled(text, static_cast<std::uint64_t>(rounded), -decimals);
}

}  // namespace

void append_decimal(std::string& text, double value) {
  if (value < 0) text += '-';
  const double magnitude = value < 0 ? -value : value;
  for (int exponent = 0; exponent >= -largest_exact_power; --exponent)
    if (try_short(text, magnitude, exponent)) return;
  for (int exponent = 1; exponent <= largest_exact_power; ++exponent)
    if (try_short(text, magnitude, exponent)) return;
  append_long(text, magnitude);
}

}  // namespace lab
