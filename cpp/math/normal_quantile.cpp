#include "math/normal_quantile.h"

#include <limits>

#include "math/log.h"
#include "math/polynomial.h"

namespace lab {

namespace {

// Wichura 1988, "Algorithm AS 241: The Percentage Points of the Normal Distribution", PPND16: in powers of
// 0.180625 - q^2 with q = p - 1/2 in the centre, of r - 1.6 and of r - 5 with r = sqrt(-log p) in the tails.
constexpr double central_numerator[] = {3.3871328727963665, 133.14166789178438, 1971.5909503065513,
                                        13731.69376550946,  45921.95393154987,  67265.7709270087,
                                        33430.57558358813,  2509.0809287301227};
constexpr double central_denominator[] = {1.0,
                                          42.31333070160091,
                                          687.1870074920579,
                                          5394.196021424751,
                                          21213.794301586597,
                                          39307.89580009271,
                                          28729.085735721943,
                                          5226.495278852854};
constexpr double middle_numerator[] = {1.4234371107496835,   4.630337846156546,    5.769497221460691,
                                       3.6478483247632045,   1.2704582524523684,   0.2417807251774506,
                                       0.022723844989269184, 0.0007745450142783414};
constexpr double middle_denominator[] = {1.0,
                                         2.053191626637759,
                                         1.6763848301838038,
                                         0.6897673349851,
                                         0.14810397642748008,
                                         0.015198666563616457,
                                         0.0005475938084995345,
                                         1.0507500716444169e-09};
constexpr double far_numerator[] = {6.657904643501103,      5.463784911164114,     1.7848265399172913,
                                    0.29656057182850487,    0.026532189526576124,  0.0012426609473880784,
                                    2.7115555687434876e-05, 2.0103343992922881e-07};
constexpr double far_denominator[] = {1.0,
                                      0.599832206555888,
                                      0.1369298809227358,
                                      0.014875361290850615,
                                      0.0007868691311456133,
                                      1.8463183175100548e-05,
                                      1.421511758316446e-07,
                                      2.0442631033899397e-15};

template <std::size_t N>
double ratio(double x, const double (&numerator)[N], const double (&denominator)[N]) {
  return polynomial(x, numerator) / polynomial(x, denominator);
}

/// For a probability below 0.075, without the sign.
double tail(double p) {
  const double r = __builtin_sqrt(-log(p));
  return r <= 5 ? ratio(r - 1.6, middle_numerator, middle_denominator)
                : ratio(r - 5, far_numerator, far_denominator);
}

}  // namespace

double normal_quantile(double p) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (!(p > 0 && p < 1))
    return p == 0 ? -infinity : p == 1 ? infinity : std::numeric_limits<double>::quiet_NaN();
  const double q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) return q * ratio(0.180625 - q * q, central_numerator, central_denominator);
  return q < 0 ? -tail(p) : tail(1 - p);
}

}  // namespace lab
