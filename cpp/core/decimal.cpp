#include "core/decimal.h"

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "core/bit_cast.h"

namespace lab {

namespace {

constexpr int largest_exact_power = 22;
/// Digits before the point that a number may have without an exponent.
constexpr int longest_plain = 15;

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

/// digits * 10^exponent.
struct Decimal {
  std::string digits;
  int exponent;
};

std::string digits_of(std::uint64_t value) {
  char digits[20];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  return {digits, end};
}

void append_exponent(std::string& text, int exponent) {
  if (exponent == 0) return;
  text += 'e';
  if (exponent < 0) text += '-';
  text += digits_of(static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent));
}

/// As 0.25 or 12.5 where few zeros are needed.
void append_scaled(std::string& text, Decimal number) {
  const int point = static_cast<int>(number.digits.size()) + number.exponent;
  if (number.exponent > 0 && point <= longest_plain) {
    text += number.digits;
    text.append(static_cast<std::size_t>(number.exponent), '0');
  } else if (number.exponent >= 0 || point < -4) {
    text += number.digits;
    append_exponent(text, number.exponent);
  } else if (point <= 0) {
    text += "0.";
    text.append(static_cast<std::size_t>(-point), '0');
    text += number.digits;
  } else {
    number.digits.insert(static_cast<std::size_t>(point), 1, '.');
    text += number.digits;
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
  append_scaled(text, {digits_of(digits), exponent});
  return true;
}

/// Every digit: a whole number times 2^-k is one times 5^k and 10^-k.
Decimal exact_decimal(double magnitude) {
  constexpr std::uint64_t base = 1'000'000'000;
  const auto pattern = bit_cast<std::uint64_t>(magnitude);
  const std::uint64_t fraction = pattern & 0x000fffffffffffff;
  const bool normal = pattern >> 52 != 0;
  std::uint64_t mantissa = normal ? fraction | 0x0010000000000000 : fraction;
  int power = (normal ? static_cast<int>(pattern >> 52) : 1) - 1075;
  for (; power < 0 && mantissa % 2 == 0 && mantissa != 0; ++power) mantissa /= 2;

  std::vector<std::uint32_t> limbs;
  for (; mantissa != 0; mantissa /= base) limbs.push_back(static_cast<std::uint32_t>(mantissa % base));
  const std::uint64_t factor = power < 0 ? 5 : 2;
  for (int i = 0; i < (power < 0 ? -power : power); ++i) {
    std::uint64_t carry = 0;
    for (std::uint32_t& limb : limbs) {
      carry += limb * factor;
      limb = static_cast<std::uint32_t>(carry % base);
      carry /= base;
    }
    if (carry != 0) limbs.push_back(static_cast<std::uint32_t>(carry));
  }

  Decimal number{.digits = "", .exponent = power < 0 ? power : 0};
  for (std::size_t i = limbs.size(); i-- > 0;) {
    const std::string digits = digits_of(limbs[i]);
    if (!number.digits.empty()) number.digits.append(9 - digits.size(), '0');
    number.digits += digits;
  }
  return number;
}

/// To so many significant digits, halves upwards, without zeros at the end.
Decimal rounded(Decimal number, std::size_t count) {
  std::string& digits = number.digits;
  if (digits.size() > count) {
    const bool up = digits[count] >= '5';
    number.exponent += static_cast<int>(digits.size() - count);
    digits.resize(count);
    while (up && !digits.empty() && digits.back() == '9') {
      digits.pop_back();
      ++number.exponent;
    }
    if (up && digits.empty()) digits.push_back('0');
    if (up) ++digits.back();
  }
  while (digits.size() > 1 && digits.back() == '0') {
    digits.pop_back();
    ++number.exponent;
  }
  return number;
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes the digits at the front away; how many there were.
std::size_t skip_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  text.remove_prefix(count);
  return count;
}

bool skip_any_of(std::string_view& text, std::string_view characters) {
  if (text.empty() || characters.find(text[0]) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

bool is_number(std::string_view text) {
  skip_any_of(text, "+-");
  std::size_t digits = skip_digits(text);
  if (skip_any_of(text, ".")) digits += skip_digits(text);
  if (digits == 0) return false;
  if (skip_any_of(text, "eE")) {
    skip_any_of(text, "+-");
    if (skip_digits(text) == 0) return false;
  }
  return text.empty();
}

}  // namespace

void append_decimal(std::string& text, double value) {
  if (value < 0) text += '-';
  const double magnitude = value < 0 ? -value : value;
  for (int exponent = 0; exponent >= -largest_exact_power; --exponent)
    if (try_short(text, magnitude, exponent)) return;
  for (int exponent = 1; exponent <= largest_exact_power; ++exponent)
    if (try_short(text, magnitude, exponent)) return;
  append_scaled(text, rounded(exact_decimal(magnitude), 17));
}

void append_float(std::string& text, float value) {
  if (bit_cast<std::uint32_t>(value) >> 31 != 0) text += '-';
  const float magnitude = value < 0 ? -value : value;
  if (magnitude == 0) {
    text += '0';
    return;
  }
  const Decimal exact = exact_decimal(magnitude);
  std::string shortest;
  for (std::size_t count = 1; count <= 9; ++count) {
    shortest.clear();
    append_scaled(shortest, rounded(exact, count));
    if (std::strtof(shortest.c_str(), nullptr) == magnitude) break;
  }
  text += shortest;
}

std::optional<float> read_float(std::string_view text) {
  if (!is_number(text)) return std::nullopt;
  return std::strtof(std::string(text).c_str(), nullptr);
}

}  // namespace lab
