#include "network/float_text.h"

#include <cstdint>

#include "core/bit_cast.h"

namespace lab {

namespace {

constexpr std::size_t digits_per_float = 8;

/// 16 if it is no lower-case hexadecimal digit.
constexpr std::uint32_t digit_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
  return 16;
}

}  // namespace

std::string to_hex(std::span<const float> numbers) {
  std::string text(numbers.size() * digits_per_float, '0');
  char* digit = text.data();
  for (const float number : numbers) {
    const auto bits = bit_cast<std::uint32_t>(number);
    for (int shift = 28; shift >= 0; shift -= 4) *digit++ = "0123456789abcdef"[(bits >> shift) & 0xf];
  }
  return text;
}

std::optional<std::vector<float>> floats_from_hex(std::string_view text) {
  if (text.size() % digits_per_float != 0) return std::nullopt;
  std::vector<float> numbers;
  numbers.reserve(text.size() / digits_per_float);
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint32_t digit = digit_value(text[i]);
    if (digit == 16) return std::nullopt;
    bits = bits << 4 | digit;
    if ((i + 1) % digits_per_float == 0) numbers.push_back(bit_cast<float>(bits));
  }
  return numbers;
}

}  // namespace lab
