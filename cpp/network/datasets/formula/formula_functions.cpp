#include "network/datasets/formula/formula_functions.h"

#include <cstddef>
#include <cstdint>
#include <limits>

#include "math/log.h"
#include "math/scalar.h"

namespace lab {

namespace {

using Unary = double (*)(double);
using Binary = double (*)(double, double);

/// From here on every double is whole.
constexpr double least_whole = 0x1p52;

double floor(double x) {
  if (!(x > -least_whole && x < least_whole)) return x;
  const auto whole = static_cast<double>(static_cast<std::int64_t>(x));
  return whole > x ? whole - 1 : whole;
}

template <class Function>
struct Named {
  std::string_view name;
  Function function;
};

constexpr Named<Unary> unary_functions[] = {
    {"sin", [](double x) { return sin(f64(x)).value; }},
    {"cos", [](double x) { return cos(f64(x)).value; }},
    {"tan", [](double x) { return sin(f64(x)).value / cos(f64(x)).value; }},
    {"atan", [](double x) { return atan(f64(x)).value; }},
    {"exp", [](double x) { return exp(f64(x)).value; }},
    {"log", [](double x) { return log(x); }},
    {"ln", [](double x) { return log(x); }},
    {"sqrt", [](double x) { return sqrt(f64(x)).value; }},
    {"abs", [](double x) { return abs(f64(x)).value; }},
    {"sign", [](double x) { return x > 0   ? 1
                                   : x < 0 ? -1
                                           : x; }},
    {"step", [](double x) { return x >= 0  ? 1.0
                                   : x < 0 ? 0.0
                                           : x; }},
    {"floor", floor},
    {"tanh", [](double x) { return tanh(f64(x)).value; }},
    {"sigmoid", [](double x) { return sigmoid(f64(x)).value; }},
    {"relu", [](double x) { return x < 0 ? 0.0 : x; }},
    {"softplus", [](double x) { return softplus(f64(x)).value; }},
};

constexpr Named<Binary> binary_functions[] = {
    {"min", [](double a, double b) { return a < b || a != a ? a : b; }},
    {"max", [](double a, double b) { return a > b || a != a ? a : b; }},
};

template <class Function, std::size_t count>
Function find(const Named<Function> (&functions)[count], std::string_view name) {
  for (const Named<Function>& known : functions)
    if (known.name == name) return known.function;
  return nullptr;
}

/// By squaring.
double whole_power(double base, double exponent) {
  double result = 1;
  for (double factor = base, rest = exponent; rest >= 1; factor *= factor) {
    const double half = floor(rest / 2);
    if (rest != 2 * half) result *= factor;
    rest = half;
  }
  return result;
}

}  // namespace

Unary find_unary_function(std::string_view name) {
  return find(unary_functions, name);
}

Binary find_binary_function(std::string_view name) {
  return find(binary_functions, name);
}

double power(double base, double exponent) {
  constexpr double largest_whole = 0x1p53;
  if (floor(exponent) == exponent && exponent <= largest_whole && exponent >= -largest_whole)
    return exponent < 0 ? 1 / whole_power(base, -exponent) : whole_power(base, exponent);
  if (base == 0) return exponent > 0 ? 0 : exponent < 0 ? std::numeric_limits<double>::infinity() : exponent;
  return exp(f64(exponent * log(base))).value;
}

}  // namespace lab
