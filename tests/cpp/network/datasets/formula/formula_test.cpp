#include "network/datasets/formula/formula.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

#include "core/random.h"

namespace lab {
namespace {

constexpr double largest_error = 1e-9;

double value_of(const std::string& text, double x = 0) {
  const FormulaReading reading = read_formula(text);
  REQUIRE_MESSAGE(reading.formula, text);
  return (*reading.formula)(x);
}

FormulaProblem problem_of(const std::string& text) {
  const FormulaReading reading = read_formula(text);
  REQUIRE_MESSAGE(!reading.formula, text);
  return reading.problem;
}

TEST_CASE("formulas have the precedences of mathematics") {
  CHECK(value_of("1 + 2 * 3") == 7);
  CHECK(value_of("(1 + 2) * 3") == 9);
  CHECK(value_of("7 - 3 - 2") == 2);
  CHECK(value_of("8 / 4 / 2") == 1);
  CHECK(value_of("2^3^2") == 512);
  CHECK(value_of("-x^2", 3) == -9);
  CHECK(value_of("2^-2") == 0.25);
  CHECK(value_of("-2^-2") == -0.25);
  CHECK(value_of("2 - -3") == 5);
  CHECK(value_of("--x", 4) == 4);
  CHECK(value_of("+x", 4) == 4);
  CHECK(value_of("3 * -x", 2) == -6);
}

TEST_CASE("a missing sign of multiplication is understood") {
  CHECK(value_of("2x", 3) == 6);
  CHECK(value_of("2x^2", 3) == 18);
  CHECK(value_of("1/2x", 4) == 2);
  CHECK(value_of("2(x + 1)", 3) == 8);
  CHECK(value_of("x(x + 1)", 3) == 12);
  CHECK(value_of("(x + 1)(x - 1)", 3) == 8);
  CHECK(value_of("-2x", 3) == -6);
  CHECK(value_of("2pi x", 1) == doctest::Approx(6.283185307179586));
  CHECK(problem_of("2 3") == FormulaProblem{FormulaFault::unexpected, 2});
}

TEST_CASE("numbers may have a point and an exponent") {
  CHECK(value_of(".5") == 0.5);
  CHECK(value_of("2.") == 2);
  CHECK(value_of("1.5e2") == 150);
  CHECK(value_of("1e-2") == 0.01);
  CHECK(value_of("2E+1") == 20);
  CHECK(value_of("2e") == doctest::Approx(5.43656365691809));
  CHECK(value_of("2e - x", 1) == doctest::Approx(4.43656365691809));
  CHECK(value_of("1e999") == std::numeric_limits<double>::infinity());
}

TEST_CASE("letters may be capitals, and signs those of other keyboards") {
  CHECK(value_of("3 Sin(X)", 0) == 0);
  CHECK(value_of("2\u00d7x\u2212\u03c0", 0) == doctest::Approx(-3.141592653589793));
  CHECK(value_of("max\uff08x\uff0c2\uff09", 1) == 2);
  CHECK(value_of("6\u00f73") == 2);
}

TEST_CASE("functions are those of the C library") {
  struct Known {
    const char* text;
    double (*function)(double);
    double lower;
  };
  const Known functions[] = {
      {"sin(x)", std::sin, -20},
      {"cos(x)", std::cos, -20},
      {"tan(x)", std::tan, -1.4},
      {"atan(x)", std::atan, -20},
      {"exp(x)", std::exp, -20},
      {"log(x)", std::log, 0.001},
      {"ln(x)", std::log, 0.001},
      {"sqrt(x)", std::sqrt, 0},
      {"abs(x)", std::fabs, -20},
      {"floor(x)", std::floor, -20},
      {"tanh(x)", std::tanh, -20},
      {"sigmoid(x)", [](double x) { return 1 / (1 + std::exp(-x)); }, -20},
      {"softplus(x)", [](double x) { return std::log1p(std::exp(x)); }, -20},
      {"relu(x)", [](double x) { return x > 0 ? x : 0; }, -20},
      {"sign(x)", [](double x) { return x > 0   ? 1.0
                                        : x < 0 ? -1.0
                                                : 0.0; }, -20},
      {"step(x)", [](double x) { return x >= 0 ? 1.0 : 0.0; }, -20},
      {"x^7", [](double x) { return std::pow(x, 7); }, -20},
      {"x^-3", [](double x) { return std::pow(x, -3); }, 0.1},
      {"x^2.5", [](double x) { return std::pow(x, 2.5); }, 0},
      {"2^x", [](double x) { return std::exp2(x); }, -20},
      {"min(x, 1)", [](double x) { return std::fmin(x, 1); }, -20},
      {"max(x, 1)", [](double x) { return std::fmax(x, 1); }, -20},
  };
  for (const Known& known : functions) {
    CAPTURE(std::string(known.text));
    const CurveFormula formula = *read_formula(known.text).formula;
    for (int i = 0; i <= 400; ++i) {
      const double x = known.lower - (known.lower + 1.4) * i / 400.0;
      if (x < known.lower) continue;
      const double expected = known.function(x);
      CHECK(std::fabs(formula(x) - expected) <= largest_error * std::fmax(1, std::fabs(expected)));
    }
  }
}

TEST_CASE("where a formula has no value it gives infinity or NaN") {
  CHECK(value_of("1/x") == std::numeric_limits<double>::infinity());
  CHECK(value_of("log(x)") == -std::numeric_limits<double>::infinity());
  CHECK(value_of("x^-1") == std::numeric_limits<double>::infinity());
  CHECK(value_of("x^-0.5") == std::numeric_limits<double>::infinity());
  CHECK(value_of("x^0") == 1);
  CHECK(value_of("x^0.5") == 0);
  for (const char* text : {"log(x - 1)", "sqrt(x - 1)", "(x - 1)^0.5", "0/x", "sin(1/x)", "min(0/x, 1)",
                           "max(1, 0/x)", "sign(0/x)", "step(0/x)", "relu(0/x)", "(0/x)^2"}) {
    CAPTURE(std::string(text));
    CHECK(std::isnan(value_of(text)));
  }
}

TEST_CASE("faults are named where they stand") {
  using Fault = FormulaFault;
  CHECK(problem_of("") == FormulaProblem{Fault::unexpected, 0});
  CHECK(problem_of("  ") == FormulaProblem{Fault::unexpected, 2});
  CHECK(problem_of("x +") == FormulaProblem{Fault::unexpected, 3});
  CHECK(problem_of("x + * 2") == FormulaProblem{Fault::unexpected, 4});
  CHECK(problem_of("x = 2") == FormulaProblem{Fault::unexpected, 2});
  CHECK(problem_of("x)") == FormulaProblem{Fault::unexpected, 1});
  CHECK(problem_of("\u03c0 + \u4f60") == FormulaProblem{Fault::unexpected, 4});
  CHECK(problem_of("1 + x2") == FormulaProblem{Fault::unknown_name, 4});
  CHECK(problem_of("2 sine(x)") == FormulaProblem{Fault::unknown_name, 2});
  CHECK(problem_of("sin x") == FormulaProblem{Fault::unexpected, 4});
  CHECK(problem_of("min(x)") == FormulaProblem{Fault::unexpected, 5});
  CHECK(problem_of("sin(x, 1)") == FormulaProblem{Fault::unexpected, 5});
  CHECK(problem_of("2(x + 1") == FormulaProblem{Fault::unclosed, 1});
  CHECK(problem_of("sin(cos(x)") == FormulaProblem{Fault::unclosed, 3});
  CHECK(problem_of("\xff\xfe") == FormulaProblem{Fault::unexpected, 0});
}

TEST_CASE("formulas have limits") {
  const auto repeated = [](const std::string& text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
  };
  const std::string longest = repeated("x+", max_formula_length / 2 - 1) + "xx";
  CHECK(value_of(repeated("x+", max_formula_length / 2 - 1) + "x ", 1) == max_formula_length / 2);
  CHECK(problem_of(longest + "x").fault == FormulaFault::too_long);
  CHECK(problem_of(repeated("\u03c0", max_formula_length + 1)) ==
        FormulaProblem{FormulaFault::too_long, max_formula_length});
  CHECK(value_of(repeated("x", 1) + repeated(" x", max_formula_length / 2 - 1), 1) == 1);
  const auto nested = [&](std::size_t depth) { return repeated("(", depth) + "x" + repeated(")", depth); };
  CHECK(value_of(nested(max_formula_depth - 1), 5) == 5);
  CHECK(problem_of(nested(max_formula_depth)) == FormulaProblem{FormulaFault::too_deep, max_formula_depth});
  CHECK(problem_of(repeated("2^", max_formula_depth) + "2").fault == FormulaFault::too_deep);
  CHECK(value_of(repeated("-", max_formula_length - 1) + "x", 5) == -5);
}

/// A random formula, and what it should give.
struct RandomFormula {
  std::string text;
  double value = 0;
};

RandomFormula random_formula(Random& random, double x, int depth) {
  const auto kind = depth == 0 ? random.next() % 2 : random.next() % 9;
  if (kind == 0) return {.text = "x", .value = x};
  if (kind == 1) {
    const double number = random.next() % 100 / 8.0;
    return {.text = std::to_string(number), .value = number};
  }
  const RandomFormula a = random_formula(random, x, depth - 1);
  const std::string in_parentheses = "(" + a.text + ")";
  if (kind == 2) return {.text = "-" + in_parentheses, .value = -a.value};
  if (kind == 3) return {.text = "tanh" + in_parentheses, .value = std::tanh(a.value)};
  const RandomFormula b = random_formula(random, x, depth - 1);
  const std::string second = "(" + b.text + ")";
  if (kind == 4) return {.text = in_parentheses + "+" + second, .value = a.value + b.value};
  if (kind == 5) return {.text = in_parentheses + " - " + second, .value = a.value - b.value};
  if (kind == 6) return {.text = in_parentheses + "*" + second, .value = a.value * b.value};
  if (kind == 7) return {.text = in_parentheses + second, .value = a.value * b.value};
  return {.text = "max(" + a.text + ", " + b.text + ")", .value = std::fmax(a.value, b.value)};
}

TEST_CASE("random formulas have their values") {
  Random random(11);
  int checked = 0;
  for (int i = 0; i < 3000; ++i) {
    const double x = random.next() % 1000 / 100.0 - 5;
    const RandomFormula expected = random_formula(random, x, 4);
    if (expected.text.size() > max_formula_length) continue;
    CAPTURE(expected.text);
    CHECK(std::fabs(value_of(expected.text, x) - expected.value) <=
          largest_error * std::fmax(1, std::fabs(expected.value)));
    ++checked;
  }
  CHECK(checked > 2000);
}

}  // namespace
}  // namespace lab
