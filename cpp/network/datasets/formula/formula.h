#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace lab {

/// In characters, not bytes.
inline constexpr std::size_t max_formula_length = 200;
/// Of parentheses, functions and exponents in each other.
inline constexpr std::size_t max_formula_depth = 40;

enum class FormulaFault {
  /// Does not belong there, or the end, where something should follow.
  unexpected,
  /// Neither x, nor a constant, nor a function.
  unknown_name,
  /// A parenthesis that is never closed.
  unclosed,
  too_long,
  too_deep,
};

struct FormulaProblem {
  FormulaFault fault;
  /// Characters before it.
  std::size_t at;

  friend bool operator==(const FormulaProblem&, const FormulaProblem&) = default;
};

/// f(x), as someone typed it.
///
/// Numbers, `x`, `pi`, `e`, `+ - * / ^`, parentheses, and functions: those of `formula_functions.h`. As in
/// mathematics, -x^2 is -(x^2), 2^3^2 is 2^(3^2), and 2x is 2 * x, with the precedence of `*`.
class CurveFormula {
 public:
  struct Step {
    enum class Kind { number, argument, unary, binary } kind;
    double number = 0;
    double (*unary)(double) = nullptr;
    double (*binary)(double, double) = nullptr;
  };

  /// Steps in reverse Polish notation, at most `max_formula_length` of which are operands.
  explicit CurveFormula(std::vector<Step> steps) : steps_(std::move(steps)) {}

  /// In double precision, the same bits everywhere; infinite at poles, NaN where f is not defined.
  [[nodiscard]] double operator()(double x) const;

 private:
  std::vector<Step> steps_;
};

struct FormulaReading {
  std::optional<CurveFormula> formula;
  /// Where there is no formula.
  FormulaProblem problem;
};

/// Reads UTF-8. Letters may be small or capital; the signs of mathematics and those of a Chinese keyboard
/// stand for their ASCII forms.
FormulaReading read_formula(std::string_view text);

}  // namespace lab
