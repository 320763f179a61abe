#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lab {

struct FormulaToken {
  enum class Kind {
    number,
    name,
    /// + - * / ^ ( ) or a comma: `symbol`.
    symbol,
    end,
    /// No part of any formula.
    stranger,
  } kind;
  /// Characters before it.
  std::size_t at;
  char symbol = 0;
  double number = 0;
  /// In small letters.
  std::string_view name = {};
};

/// Cuts a formula into its tokens.
class FormulaScanner {
 public:
  explicit FormulaScanner(std::string_view text);

  /// How many characters there are.
  [[nodiscard]] std::size_t length() const { return characters_.size(); }
  /// Beyond the end there is nothing but ends. Names are valid as long as the scanner.
  FormulaToken next();

 private:
  [[nodiscard]] bool holds_digit(std::size_t at) const;
  FormulaToken read_number();
  std::size_t skip_digits(std::size_t at) const;

  /// One byte for each character of the text.
  std::string characters_;
  std::size_t position_ = 0;
};

}  // namespace lab
