#pragma once

#include <string_view>

namespace lab {

/// sin, cos, tan, atan, exp, log and ln (both natural), sqrt, abs, sign, step (1 from 0 on), floor, tanh,
/// sigmoid, relu, softplus. Null if there is none.
double (*find_unary_function(std::string_view name))(double);

/// min, max. Null if there is none.
double (*find_binary_function(std::string_view name))(double, double);

/// Whole exponents by multiplication, all others by logarithm: NaN for a negative base.
double power(double base, double exponent);

}  // namespace lab
