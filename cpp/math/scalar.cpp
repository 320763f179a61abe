#include "math/scalar.h"

#include "math/elementary_f64.h"

namespace lab {

namespace {

/// One definition for both: the first lane of the vector function.
f64 first_lane(f64x2 x) {
  return x.lanes[0];
}

}  // namespace

f64 abs(f64 x) {
  return first_lane(abs(f64x2(x.value)));
}
f64 copysign(f64 magnitude, f64 sign) {
  return first_lane(copysign(f64x2(magnitude.value), f64x2(sign.value)));
}
f64 sqrt(f64 x) {
  return first_lane(sqrt(f64x2(x.value)));
}
f64 exp(f64 x) {
  return first_lane(exp(f64x2(x.value)));
}
f64 expm1(f64 x) {
  return first_lane(expm1(f64x2(x.value)));
}
f64 log1p(f64 x) {
  return first_lane(log1p(f64x2(x.value)));
}
f64 tanh(f64 x) {
  return first_lane(tanh(f64x2(x.value)));
}
f64 sigmoid(f64 x) {
  return first_lane(sigmoid(f64x2(x.value)));
}
f64 softplus(f64 x) {
  return first_lane(softplus(f64x2(x.value)));
}
f64 erf(f64 x) {
  return first_lane(erf(f64x2(x.value)));
}
f64 normal_cdf(f64 x) {
  return first_lane(normal_cdf(f64x2(x.value)));
}
f64 normal_pdf(f64 x) {
  return first_lane(normal_pdf(f64x2(x.value)));
}
f64 sin(f64 x) {
  return first_lane(sin(f64x2(x.value)));
}
f64 cos(f64 x) {
  return first_lane(cos(f64x2(x.value)));
}
f64 atan(f64 x) {
  return first_lane(atan(f64x2(x.value)));
}

}  // namespace lab
