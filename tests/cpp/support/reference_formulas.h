#pragma once

#include "activations/activation.h"
#include "support/reference.h"

namespace lab::testing {

/// The formulas of one activation in double precision, and what automatic differentiation makes of them.
struct ReferenceFormulas {
  using Function = double (*)(double x, const float* parameters);

  Function value;
  Function derivative;
  Function second_derivative;
  /// From the formula of the value.
  Function automatic_derivative;
  /// From the formula of the derivative.
  Function automatic_second_derivative;
};

template <class T, Activation A>
Parameters<T, A::info.parameters.size()> parameters_of(const float* values) {
  Parameters<T, A::info.parameters.size()> result;
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = T(static_cast<double>(values[i]));
  return result;
}

template <Activation A>
ReferenceFormulas reference_formulas() {
  using Tangent = Dual<Reference>;
  return {
      .value = [](double x,
                  const float* p) { return A::value(Reference(x), parameters_of<Reference, A>(p)).value; },
      .derivative =
          [](double x, const float* p) {
            return A::derivative(Reference(x), parameters_of<Reference, A>(p)).value;
          },
      .second_derivative =
          [](double x, const float* p) {
            return A::second_derivative(Reference(x), parameters_of<Reference, A>(p)).value;
          },
      .automatic_derivative =
          [](double x, const float* p) {
            return A::value(Tangent(Reference(x), 1.0), parameters_of<Tangent, A>(p)).tangent.value;
          },
      .automatic_second_derivative =
          [](double x, const float* p) {
            return A::derivative(Tangent(Reference(x), 1.0), parameters_of<Tangent, A>(p)).tangent.value;
          }};
}

}  // namespace lab::testing
