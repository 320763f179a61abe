#include "network/datasets/formula/formula_scanner.h"

#include <cstdlib>

namespace lab {

namespace {

constexpr char stranger = '\x01';
constexpr char pi_sign = '\x02';

struct Alias {
  std::string_view text;
  char character;
};

/// What mathematics writes, and what a Chinese keyboard gives, for an ASCII character.
constexpr Alias aliases[] = {{"\u2212", '-'}, {"\u2013", '-'},    {"\u00d7", '*'}, {"\u00b7", '*'},
                             {"\u22c5", '*'}, {"\u00f7", '/'},    {"\uff08", '('}, {"\uff09", ')'},
                             {"\uff0c", ','}, {"\uff0b", '+'},    {"\uff0d", '-'}, {"\u3000", ' '},
                             {"\u00a0", ' '}, {"\u03c0", pi_sign}};

constexpr bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

constexpr bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

char ascii_of(std::string_view character) {
  const char first = character[0];
  if (character.size() == 1 && first >= ' ' && first <= '~')
    return first >= 'A' && first <= 'Z' ? static_cast<char>(first - 'A' + 'a') : first;
  for (const Alias& alias : aliases)
    if (alias.text == character) return alias.character;
  return first == '\t' ? ' ' : stranger;
}

std::string to_ascii(std::string_view text) {
  std::string characters;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (end < text.size() && continues_character(text[end])) ++end;
    characters += ascii_of(text.substr(begin, end - begin));
    begin = end;
  }
  return characters;
}

}  // namespace

FormulaScanner::FormulaScanner(std::string_view text) : characters_(to_ascii(text)) {}

FormulaToken FormulaScanner::next() {
  using Kind = FormulaToken::Kind;
  while (position_ < characters_.size() && characters_[position_] == ' ') ++position_;
  const std::size_t at = position_;
  if (at == characters_.size()) return {.kind = Kind::end, .at = at};
  const char c = characters_[at];
  if (holds_digit(at) || (c == '.' && holds_digit(at + 1))) return read_number();
  ++position_;
  if (c == pi_sign) return {.kind = Kind::name, .at = at, .name = "pi"};
  if (is_letter(c)) {
    while (position_ < characters_.size() && (is_letter(characters_[position_]) || holds_digit(position_)))
      ++position_;
    return {.kind = Kind::name, .at = at, .name = std::string_view(characters_).substr(at, position_ - at)};
  }
  const bool is_symbol = std::string_view("+-*/^(),").find(c) != std::string_view::npos;
  return {.kind = is_symbol ? Kind::symbol : Kind::stranger, .at = at, .symbol = c};
}

bool FormulaScanner::holds_digit(std::size_t at) const {
  return at < characters_.size() && is_digit(characters_[at]);
}

FormulaToken FormulaScanner::read_number() {
  const std::size_t at = position_;
  std::size_t end = skip_digits(at);
  if (end < characters_.size() && characters_[end] == '.') end = skip_digits(end + 1);
  // An e that no exponent follows is the constant: 2e is 2 * e.
  if (end < characters_.size() && characters_[end] == 'e') {
    std::size_t exponent = end + 1;
    if (exponent < characters_.size() && (characters_[exponent] == '+' || characters_[exponent] == '-'))
      ++exponent;
    if (holds_digit(exponent)) end = skip_digits(exponent);
  }
  position_ = end;
  const std::string digits = characters_.substr(at, end - at);
  return {.kind = FormulaToken::Kind::number, .at = at, .number = std::strtod(digits.c_str(), nullptr)};
}

std::size_t FormulaScanner::skip_digits(std::size_t at) const {
  while (holds_digit(at)) ++at;
  return at;
}

}  // namespace lab
