#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <limits>
#include <string_view>

#include "core/static_list.h"
#include "math/dual.h"
#include "math/elementary_f64.h"
#include "math/scalar.h"
#include "simd/f32x4.h"
#include "simd/f64x2.h"

namespace lab {

inline constexpr std::size_t max_parameters = 3;
inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// The parameters of one activation, in the order of its `info.parameters`.
template <class T, std::size_t N>
using Parameters = std::array<T, N>;

/// A parameter the learner can move. `minimum` and `maximum` are the values the mathematics allows and the
/// engine accepts; a slider moves between `slider_minimum` and `slider_maximum`.
struct ParameterInfo {
  /// PyTorch's name where it has the parameter.
  std::string_view key;
  /// LaTeX.
  std::string_view symbol;
  double initial;
  double minimum;
  double maximum;
  double slider_minimum;
  double slider_maximum;
  double step;
};

/// Code that computes the activation of `x` elsewhere; `{name}` stands for a parameter. Empty: not available
/// there.
struct Code {
  /// Constructor of a torch.nn module.
  std::string_view pytorch_module;
  /// Differentiable expression with `torch` and `F = torch.nn.functional`; never empty. The golden data are
  /// made by it.
  std::string_view pytorch;
  std::string_view keras;
  std::string_view jax;
  /// Operator with its attributes.
  std::string_view onnx;
  /// The formula as one would type it, in plain JavaScript: what "What does it cost?" compares with. Never
  /// empty.
  std::string_view javascript;
  std::string_view javascript_derivative;
};

struct Paper {
  std::string_view authors;
  int year = 0;
  std::string_view title;
  std::string_view url;
};

enum class Family { elementary, rectifier, sigmoidal, gated, shrinkage, periodic, radial };

/// A result is within the bound if it deviates from the exact one by at most `ulp` units in the last place of
/// the exact result (spacing 2^-149 below 2^-126), or by at most `absolute`.
struct ErrorBound {
  double ulp;
  double absolute = 0;
};

struct Accuracy {
  ErrorBound value;
  ErrorBound derivative;
  ErrorBound second_derivative;
};

/// Computed in double precision and rounded once.
inline constexpr ErrorBound rounded_once{.ulp = 0.51};
/// No rounding at all.
inline constexpr ErrorBound exact{.ulp = 0};

struct ActivationInfo {
  std::string_view key;
  std::string_view name;
  /// The Chinese name where the field uses one; empty: `name`.
  std::string_view name_zh;
  StaticList<std::string_view, 4> aliases;
  Family family;
  std::string_view latex;
  std::string_view latex_derivative;
  std::string_view latex_second_derivative;
  StaticList<ParameterInfo, max_parameters> parameters;
  Code code;
  Paper paper;
  Accuracy accuracy;
};

/// A real interval; an infinite end is open.
struct Range {
  double lower;
  double upper;
  bool lower_closed;
  bool upper_closed;
};

constexpr Range open(double lower, double upper) {
  return {lower, upper, false, false};
}
constexpr Range closed(double lower, double upper) {
  return {lower, upper, true, true};
}
constexpr Range closed_open(double lower, double upper) {
  return {lower, upper, true, false};
}
constexpr Range open_closed(double lower, double upper) {
  return {lower, upper, false, true};
}
inline constexpr Range all_reals = open(-infinity, infinity);
inline constexpr Range empty_range = open(0, 0);

enum class Symmetry { none, odd, even };

/// What holds for one choice of the parameters; the tests check it against the kernel.
struct Properties {
  /// Smallest interval that holds every value.
  Range range;
  /// Never decreasing.
  bool monotone;
  Symmetry symmetry = Symmetry::none;
  /// f'(x) tends to 0 as x tends to -infinity / to +infinity.
  bool saturates_left = false;
  bool saturates_right = false;
  /// Where f or f' jumps.
  StaticList<double, 4> kinks = {};
  /// Where f(x) = x identically.
  Range identity_on = empty_range;
};

/// One activation: a struct in a file of its own in `catalog/`.
///
/// `value`, `derivative` and `second_derivative` are formulas over the number type: f32x4 or f64x2 for the
/// shipped kernels, f64 for single numbers, Dual for automatic differentiation, a libm-backed double as the
/// tests' reference. `Lanes` says in which precision the shipped kernel of f and f' runs: f32x4 where the
/// formula is exact or a tuned single-precision kernel is given as a non-template overload, f64x2 (rounded
/// once to float) elsewhere. The second derivative always runs in f64x2.
template <class A>
concept Activation = requires(f64 x, Parameters<f64, A::info.parameters.size()> parameters,
                              Parameters<double, A::info.parameters.size()> numbers) {
  { A::value(x, parameters) } -> std::same_as<f64>;
  { A::derivative(x, parameters) } -> std::same_as<f64>;
  { A::second_derivative(x, parameters) } -> std::same_as<f64>;
  { A::properties(numbers) } -> std::same_as<Properties>;
  typename A::Lanes;
};

}  // namespace lab
