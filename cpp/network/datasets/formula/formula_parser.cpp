#include <numbers>

#include "network/datasets/formula/formula.h"
#include "network/datasets/formula/formula_functions.h"
#include "network/datasets/formula/formula_scanner.h"

namespace lab {

namespace {

using Kind = FormulaToken::Kind;
using Step = CurveFormula::Step;

constexpr double add(double a, double b) {
  return a + b;
}
constexpr double subtract(double a, double b) {
  return a - b;
}
constexpr double multiply(double a, double b) {
  return a * b;
}
constexpr double divide(double a, double b) {
  return a / b;
}
constexpr double negate(double a) {
  return -a;
}

/// By recursive descent, one function for each level of precedence. After the first fault the token stays at
/// a stranger, at which every level ends.
class FormulaParser {
 public:
  explicit FormulaParser(std::string_view text) : scanner_(text), token_(scanner_.next()) {}

  FormulaReading read() {
    if (scanner_.length() > max_formula_length) fail(FormulaFault::too_long, max_formula_length);
    sum();
    if (token_.kind != Kind::end) fail(FormulaFault::unexpected);
    if (has_failed_) return {.formula = std::nullopt, .problem = problem_};
    return {.formula = CurveFormula(std::move(steps_)), .problem = {}};
  }

 private:
  void sum() {
    product();
    while (is_at('+') || is_at('-')) {
      const bool adds = is_at('+');
      advance();
      product();
      emit(adds ? add : subtract);
    }
  }

  void product() {
    signed_power();
    while (is_at('*') || is_at('/') || begins_implied_factor()) {
      const bool divides = is_at('/');
      const bool is_implied = begins_implied_factor();
      if (!is_implied) advance();
      is_implied ? exponentiation() : signed_power();
      emit(divides ? divide : multiply);
    }
  }

  /// 2x, 2(x + 1), x sin(x); but not 2 3.
  [[nodiscard]] bool begins_implied_factor() const { return token_.kind == Kind::name || is_at('('); }

  void signed_power() {
    bool is_negative = false;
    for (; is_at('-') || is_at('+'); advance()) is_negative ^= is_at('-');
    exponentiation();
    if (is_negative) steps_.push_back({.kind = Step::Kind::unary, .unary = negate});
  }

  void exponentiation() {
    if (depth_ == max_formula_depth) fail(FormulaFault::too_deep);
    ++depth_;
    operand();
    if (is_at('^')) {
      advance();
      signed_power();
      emit(power);
    }
    --depth_;
  }

  void operand() {
    const FormulaToken token = token_;
    if (token.kind == Kind::number) {
      advance();
      emit(token.number);
    } else if (token.kind == Kind::name) {
      advance();
      named(token);
    } else if (is_at('(')) {
      advance();
      sum();
      close(token.at);
    } else {
      fail(FormulaFault::unexpected);
    }
  }

  void named(const FormulaToken& token) {
    if (token.name == "x") {
      steps_.push_back({.kind = Step::Kind::argument});
    } else if (token.name == "pi") {
      emit(std::numbers::pi);
    } else if (token.name == "e") {
      emit(std::numbers::e);
    } else if (const auto unary = find_unary_function(token.name)) {
      arguments(1);
      steps_.push_back({.kind = Step::Kind::unary, .unary = unary});
    } else if (const auto binary = find_binary_function(token.name)) {
      arguments(2);
      emit(binary);
    } else {
      fail(FormulaFault::unknown_name, token.at);
    }
  }

  void arguments(int count) {
    const std::size_t opening = token_.at;
    expect('(');
    sum();
    for (; count > 1; --count) {
      expect(',');
      sum();
    }
    close(opening);
  }

  void close(std::size_t opening) {
    if (token_.kind == Kind::end)
      fail(FormulaFault::unclosed, opening);
    else
      expect(')');
  }

  void expect(char symbol) {
    if (is_at(symbol))
      advance();
    else
      fail(FormulaFault::unexpected);
  }

  [[nodiscard]] bool is_at(char symbol) const {
    return token_.kind == Kind::symbol && token_.symbol == symbol;
  }

  void advance() {
    if (!has_failed_) token_ = scanner_.next();
  }

  void emit(double number) { steps_.push_back({.kind = Step::Kind::number, .number = number}); }

  void emit(double (*binary)(double, double)) {
    steps_.push_back({.kind = Step::Kind::binary, .binary = binary});
  }

  void fail(FormulaFault fault) { fail(fault, token_.at); }

  void fail(FormulaFault fault, std::size_t at) {
    if (!has_failed_) problem_ = {fault, at};
    has_failed_ = true;
    token_ = {.kind = Kind::stranger, .at = at};
  }

  FormulaScanner scanner_;
  FormulaToken token_;
  std::vector<Step> steps_;
  std::size_t depth_ = 0;
  bool has_failed_ = false;
  FormulaProblem problem_{};
};

}  // namespace

FormulaReading read_formula(std::string_view text) {
  return FormulaParser(text).read();
}

}  // namespace lab
