#pragma once

#include <string>
#include <vector>

namespace lab {

enum class ProblemCode {
  /// Not JSON; `minimum` is the offset of the first wrong byte.
  syntax,
  /// Of a newer version than this program reads; `maximum` is the newest one.
  version,
  /// Left out although it has no default.
  missing,
  /// Not of the JSON type it should be.
  wrong_type,
  /// No such word or key.
  unknown,
  /// Not a finite number from `minimum` to `maximum`, not whole where it must be, or a list of a length
  /// outside of
  /// these limits.
  out_of_range,
  /// Fine by itself but not together with the rest; `maximum` is the value that would fit, if there is one.
  incompatible,
  /// Of a formula; `minimum` characters stand before the fault. Here something does not belong, or should
  /// follow.
  formula_unexpected,
  /// A name that is not known.
  formula_unknown_name,
  /// A parenthesis that is never closed.
  formula_unclosed,
  /// More than `maximum` characters.
  formula_too_long,
  /// More than `maximum` parentheses, functions and exponents in each other.
  formula_too_deep,
  /// More bytes than `maximum` would be needed: `minimum`.
  too_large,
};

/// Why a set-up, a document or data are refused.
struct Problem {
  ProblemCode code;
  /// Such as `layers[1].width`.
  std::string path;
  double minimum = 0;
  double maximum = 0;

  friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

/// An array of objects with `code` (the enumerator's name), `path`, `minimum` and `maximum`.
std::string to_json(const Problems& problems);

}  // namespace lab
