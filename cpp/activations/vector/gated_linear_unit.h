#pragma once

#include "activations/vector/vector_activation.h"

namespace lab {

/// Which half of the input goes through the gate's activation.
enum class GateHalf { first, second };

/// For a gate whose derivative crosses zero: close to the root, the rounding of its terms is all that is
/// left.
inline constexpr ErrorBound rounded_once_near_root{.ulp = 0.51, .absolute = 0x1p-32};

/// One half of the input times the other half's activation: what the gated linear units (Dauphin et al. 2016,
/// Shazeer 2020) have in common. The length must be even. An infinite factor times a closed gate is NaN.
template <class Gate, GateHalf half>
struct GatedLinearUnit {
  static constexpr std::size_t parameter_count = Gate::info.parameters.size();
  using Numbers = Parameters<double, parameter_count>;

  static constexpr LengthRule length_rule(const Numbers&) { return {.inputs = 2, .outputs = 1}; }

  static void value(std::span<const double> x, const Numbers& parameters, std::span<double> y) {
    const Halves index(x.size());
    for (std::size_t i = 0; i < y.size(); ++i)
      y[i] = product(x[index.factor + i], Gate::value(f64(x[index.gate + i]), scalars(parameters)).value);
  }

  static void jacobian(std::span<const double> x, const Numbers& parameters, Jacobian& jacobian) {
    const Halves index(x.size());
    for (std::size_t i = 0; i < x.size() / 2; ++i) {
      const f64 gate = x[index.gate + i];
      const double factor = x[index.factor + i];
      jacobian.set(i, index.factor + i, Gate::value(gate, scalars(parameters)).value);
      jacobian.set(i, index.gate + i, product(factor, Gate::derivative(gate, scalars(parameters)).value));
    }
  }

 private:
  /// A closed gate is 0 in float, but only nearly so in double precision, which would hide that infinity
  /// times 0 is NaN.
  static double product(double factor, double gate) {
    const bool is_infinite = factor == infinity || factor == -infinity;
    return is_infinite && static_cast<float>(gate) == 0 ? std::numeric_limits<double>::quiet_NaN()
                                                        : factor * gate;
  }

  /// Where each half begins.
  struct Halves {
    explicit Halves(std::size_t size)
        : gate(half == GateHalf::first ? 0 : size / 2), factor(half == GateHalf::first ? size / 2 : 0) {}
    std::size_t gate;
    std::size_t factor;
  };

  static Parameters<f64, parameter_count> scalars(const Numbers& parameters) {
    Parameters<f64, parameter_count> result;
    for (std::size_t i = 0; i < parameter_count; ++i) result[i] = parameters[i];
    return result;
  }
};

}  // namespace lab
