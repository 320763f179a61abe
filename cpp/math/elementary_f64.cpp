#include "math/elementary_f64.h"

#include <limits>

#include "math/coefficients_f64.h"
#include "math/exponential_f64.h"
#include "math/polynomial.h"
#include "math/trigonometric_reduction.h"

namespace lab {

namespace {

constexpr double ln_2 = 0x1.62e42fefa39efp-1;

/// log1p(u) for u in [0, 1].
LAB_INLINE f64x2 log1p_unit(f64x2 u) {
  const f64x2 s = u / (u + 2.0);
  return s * polynomial(s * s, coefficients::atanh_wide);
}

}  // namespace

f64x2 exp(f64x2 x) {
  return detail::exp_bounded(clamp(x, -700.0, 700.0));
}

f64x2 expm1(f64x2 x) {
  const auto [fraction, exponent_bits] = detail::split_exponent(clamp(x, -60.0, 700.0));
  const f64x2 mantissa = fraction * polynomial(fraction, coefficients::exp2m1);
  const f64x2 scale = from_bits(bits(f64x2(1.0)) + exponent_bits);
  return select(x == 0.0, x, scale * mantissa + (scale - 1.0));
}

f64x2 log1p(f64x2 x) {
  const f64x2 y = x + 1.0;
  // 1 + x = m 2^k with m in [1/sqrt 2, sqrt 2); k is kept biased by 1024 so that it stays positive.
  const i64x2 shifted = bits(y) - i64x2::broadcast(0x3fe6a09e667f3bcd) + i64x2::broadcast(0x4000000000000000);
  const i64x2 exponent = shifted & i64x2::broadcast(static_cast<std::int64_t>(0xfff0000000000000));
  const f64x2 scale = from_bits(i64x2::broadcast(0x7ff0000000000000) - exponent);
  const f64x2 k =
      from_bits(logical_shift_right(shifted, 52) | i64x2::broadcast(0x4330000000000000)) - 0x1p52 - 1024.0;
  const f64x2 f = select(scale == 1.0, x, scale * y - 1.0);
  const f64x2 s = f / (f + 2.0);
  f64x2 result = k * ln_2 + s * polynomial(s * s, coefficients::atanh_narrow);
  result = select(x == 0.0, x, result);
  result = select(x < -1.0, std::numeric_limits<double>::quiet_NaN(), result);
  result = select(x == -1.0, -std::numeric_limits<double>::infinity(), result);
  return select(x == std::numeric_limits<double>::infinity(), x, result);
}

f64x2 tanh(f64x2 x) {
  const f64x2 m = expm1(min(abs(x), 20.0) * -2.0);
  return copysign(m / (m + 2.0), x);
}

f64x2 sigmoid(f64x2 x) {
  return f64x2(1.0) / (exp(-x) + 1.0);
}

f64x2 softplus(f64x2 x) {
  return max(x, 0.0) + log1p_unit(exp(-abs(x)));
}

f64x2 erf(f64x2 x) {
  const f64x2 a = abs(x);
  const f64x2 small = a * polynomial(a * a, coefficients::erf_small);
  const f64x2 t = min(a, 6.0);
  const f64x2 inverse = f64x2(1.0) / (t + 2.0);
  const f64x2 tail = exp(-(t * t)) * (polynomial((t - 2.0) * inverse, coefficients::erfc) * inverse);
  return copysign(select(a < 0.5, small, f64x2(1.0) - tail), x);
}

f64x2 normal_cdf(f64x2 x) {
  const f64x2 a = min(abs(x), 36.0);
  const f64x2 inverse = f64x2(1.0) / (a + 4.0);
  const f64x2 tail =
      exp(a * a * -0.5) * (polynomial((a - 4.0) * inverse, coefficients::normal_tail) * inverse);
  return select(x < 0.0, tail, f64x2(1.0) - tail);
}

f64x2 normal_pdf(f64x2 x) {
  const f64x2 a = min(abs(x), 36.0);
  return exp(a * a * -0.5) * 0x1.9884533d43651p-2;
}

f64x2 sin(f64x2 x) {
  const detail::Quadrant reduced = detail::reduce_angle(x);
  const f64x2 s = detail::sin_reduced(reduced.angle);
  const f64x2 c = detail::cos_reduced(reduced.angle);
  const f64x2 magnitude = select(detail::is_odd(reduced.index), c, s);
  return select(x == 0.0, x, from_bits(bits(magnitude) ^ detail::sign_if_bit_1(reduced.index)));
}

f64x2 cos(f64x2 x) {
  const detail::Quadrant reduced = detail::reduce_angle(x);
  const f64x2 s = detail::sin_reduced(reduced.angle);
  const f64x2 c = detail::cos_reduced(reduced.angle);
  const f64x2 magnitude = select(detail::is_odd(reduced.index), s, c);
  const i64x2 shifted = reduced.index + i64x2::broadcast(1);
  return from_bits(bits(magnitude) ^ detail::sign_if_bit_1(shifted));
}

f64x2 atan(f64x2 x) {
  constexpr double tan_pi_8 = 0x1.a827999fcef32p-2;
  constexpr double pi_4 = 0x1.921fb54442d18p-1;
  const f64x2 a = abs(x);
  const f64x2 inverted = select(a > 1.0, f64x2(1.0) / a, a);
  const auto middle = inverted > tan_pi_8;
  const f64x2 t = select(middle, (inverted - 1.0) / (inverted + 1.0), inverted);
  const f64x2 reduced = t * polynomial(t * t, coefficients::atan) + select(middle, f64x2(pi_4), f64x2(0.0));
  return copysign(select(a > 1.0, f64x2(2.0 * pi_4) - reduced, reduced), x);
}

}  // namespace lab
