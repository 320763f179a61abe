#pragma once

#include <algorithm>
#include <cmath>

namespace lab::testing {

/// A double with the functions of the standard library: the formulas of the catalogue, instantiated with it,
/// give results that owe nothing to the engine's own approximations. Good to about 1e-15, against 6e-8 of the
/// float results.
struct Reference {
  using Mask = bool;

  double value;

  Reference() = default;
  constexpr Reference(double number) : value(number) {}

  friend Reference operator+(Reference a, Reference b) { return a.value + b.value; }
  friend Reference operator-(Reference a, Reference b) { return a.value - b.value; }
  friend Reference operator*(Reference a, Reference b) { return a.value * b.value; }
  friend Reference operator/(Reference a, Reference b) { return a.value / b.value; }
  friend Reference operator-(Reference a) { return -a.value; }

  friend bool operator<(Reference a, Reference b) { return a.value < b.value; }
  friend bool operator<=(Reference a, Reference b) { return a.value <= b.value; }
  friend bool operator>(Reference a, Reference b) { return a.value > b.value; }
  friend bool operator>=(Reference a, Reference b) { return a.value >= b.value; }
  friend bool operator==(Reference a, Reference b) { return a.value == b.value; }
};

inline Reference select(bool condition, Reference a, Reference b) {
  return condition ? a : b;
}
inline Reference min(Reference a, Reference b) {
  return b < a ? b : a;
}
inline Reference max(Reference a, Reference b) {
  return a < b ? b : a;
}
inline Reference clamp(Reference x, double lower, double upper) {
  return min(max(x, lower), upper);
}
inline Reference abs(Reference x) {
  return std::fabs(x.value);
}
inline Reference copysign(Reference magnitude, Reference sign) {
  return std::copysign(magnitude.value, sign.value);
}

inline Reference sqrt(Reference x) {
  return std::sqrt(x.value);
}
inline Reference exp(Reference x) {
  return std::exp(x.value);
}
inline Reference expm1(Reference x) {
  return std::expm1(x.value);
}
inline Reference log1p(Reference x) {
  return std::log1p(x.value);
}
inline Reference tanh(Reference x) {
  return std::tanh(x.value);
}
inline Reference sigmoid(Reference x) {
  return 1 / (1 + std::exp(-x.value));
}
inline Reference softplus(Reference x) {
  return std::max(x.value, 0.0) + std::log1p(std::exp(-std::fabs(x.value)));
}
inline Reference erf(Reference x) {
  return std::erf(x.value);
}
inline Reference normal_cdf(Reference x) {
  return std::erfc(-x.value / std::sqrt(2.0)) / 2;
}
inline Reference normal_pdf(Reference x) {
  constexpr double two_pi = 6.283185307179586;
  return std::exp(-x.value * x.value / 2) / std::sqrt(two_pi);
}
inline Reference sin(Reference x) {
  return std::sin(x.value);
}
inline Reference cos(Reference x) {
  return std::cos(x.value);
}
inline Reference atan(Reference x) {
  return std::atan(x.value);
}

}  // namespace lab::testing
