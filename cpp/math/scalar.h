#pragma once

namespace lab {

/// One double with the operations of the vector types. Its functions are calls, not inlined: for numbers that
/// are wanted one at a time, where code size matters more than speed.
struct f64 {
  using Mask = bool;

  double value;

  f64() = default;
  constexpr f64(double number) : value(number) {}

  friend f64 operator+(f64 a, f64 b) { return a.value + b.value; }
  friend f64 operator-(f64 a, f64 b) { return a.value - b.value; }
  friend f64 operator*(f64 a, f64 b) { return a.value * b.value; }
  friend f64 operator/(f64 a, f64 b) { return a.value / b.value; }
  friend f64 operator-(f64 a) { return -a.value; }

  friend bool operator<(f64 a, f64 b) { return a.value < b.value; }
  friend bool operator<=(f64 a, f64 b) { return a.value <= b.value; }
  friend bool operator>(f64 a, f64 b) { return a.value > b.value; }
  friend bool operator>=(f64 a, f64 b) { return a.value >= b.value; }
  friend bool operator==(f64 a, f64 b) { return a.value == b.value; }
};

inline f64 select(bool condition, f64 a, f64 b) {
  return condition ? a : b;
}
inline f64 min(f64 a, f64 b) {
  return b < a ? b : a;
}
inline f64 max(f64 a, f64 b) {
  return a < b ? b : a;
}
inline f64 clamp(f64 x, double lower, double upper) {
  return min(max(x, lower), upper);
}

f64 abs(f64 x);
f64 copysign(f64 magnitude, f64 sign);
f64 sqrt(f64 x);
f64 exp(f64 x);
f64 expm1(f64 x);
f64 log1p(f64 x);
f64 tanh(f64 x);
f64 sigmoid(f64 x);
f64 softplus(f64 x);
f64 erf(f64 x);
f64 normal_cdf(f64 x);
f64 normal_pdf(f64 x);
f64 sin(f64 x);
f64 cos(f64 x);
f64 atan(f64 x);

}  // namespace lab
