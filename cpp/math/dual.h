#pragma once

namespace lab {

/// A number and its rate of change: forward-mode automatic differentiation (Wengert 1964). Evaluating a
/// formula at `Dual{x, 1}` gives f(x) and f'(x), without knowing the hand-written derivative.
///
/// At a kink the tangent is that of the branch the comparison takes.
template <class T>
struct Dual {
  using Mask = typename T::Mask;

  T value;
  T tangent;

  Dual() = default;
  constexpr Dual(double constant) : value(constant), tangent(0.0) {}
  constexpr Dual(T number, T rate) : value(number), tangent(rate) {}

  friend Dual operator+(Dual a, Dual b) { return {a.value + b.value, a.tangent + b.tangent}; }
  friend Dual operator-(Dual a, Dual b) { return {a.value - b.value, a.tangent - b.tangent}; }
  friend Dual operator*(Dual a, Dual b) {
    return {a.value * b.value, a.tangent * b.value + a.value * b.tangent};
  }
  friend Dual operator/(Dual a, Dual b) {
    const T quotient = a.value / b.value;
    return {quotient, (a.tangent - quotient * b.tangent) / b.value};
  }
  friend Dual operator-(Dual a) { return {-a.value, -a.tangent}; }

  friend Mask operator<(Dual a, Dual b) { return a.value < b.value; }
  friend Mask operator<=(Dual a, Dual b) { return a.value <= b.value; }
  friend Mask operator>(Dual a, Dual b) { return a.value > b.value; }
  friend Mask operator>=(Dual a, Dual b) { return a.value >= b.value; }
  friend Mask operator==(Dual a, Dual b) { return a.value == b.value; }

  friend Dual select(Mask mask, Dual a, Dual b) {
    return {select(mask, a.value, b.value), select(mask, a.tangent, b.tangent)};
  }
  friend Dual min(Dual a, Dual b) { return select(b < a, b, a); }
  friend Dual max(Dual a, Dual b) { return select(a < b, b, a); }
  friend Dual clamp(Dual x, double lower, double upper) { return min(max(x, lower), upper); }
  friend Dual abs(Dual x) { return {abs(x.value), x.tangent * copysign(T(1.0), x.value)}; }
  friend Dual copysign(Dual magnitude, Dual sign) {
    const T same = copysign(T(1.0), magnitude.value) * copysign(T(1.0), sign.value);
    return {copysign(magnitude.value, sign.value), magnitude.tangent * same};
  }

  friend Dual sqrt(Dual x) {
    const T root = sqrt(x.value);
    return {root, x.tangent / (root * T(2.0))};
  }
  friend Dual exp(Dual x) {
    const T e = exp(x.value);
    return {e, x.tangent * e};
  }
  friend Dual expm1(Dual x) { return {expm1(x.value), x.tangent * exp(x.value)}; }
  friend Dual log1p(Dual x) { return {log1p(x.value), x.tangent / (x.value + T(1.0))}; }
  friend Dual tanh(Dual x) {
    const T t = tanh(x.value);
    return {t, x.tangent * ((T(1.0) - t) * (T(1.0) + t))};
  }
  friend Dual sigmoid(Dual x) {
    const T s = sigmoid(x.value);
    return {s, x.tangent * (s * sigmoid(-x.value))};
  }
  friend Dual softplus(Dual x) { return {softplus(x.value), x.tangent * sigmoid(x.value)}; }
  friend Dual erf(Dual x) {
    return {erf(x.value), x.tangent * (exp(-(x.value * x.value)) * T(0x1.20dd750429b6dp+0))};
  }
  friend Dual normal_cdf(Dual x) { return {normal_cdf(x.value), x.tangent * normal_pdf(x.value)}; }
  friend Dual normal_pdf(Dual x) {
    const T density = normal_pdf(x.value);
    return {density, x.tangent * (-x.value * density)};
  }
  friend Dual sin(Dual x) { return {sin(x.value), x.tangent * cos(x.value)}; }
  friend Dual cos(Dual x) { return {cos(x.value), -x.tangent * sin(x.value)}; }
  friend Dual atan(Dual x) { return {atan(x.value), x.tangent / (x.value * x.value + T(1.0))}; }
};

}  // namespace lab
