#pragma once

namespace lab {

/// How a call into the core ended. The binding turns anything but `ok` into an error of the caller's
/// language.
enum class Status {
  ok = 0,
  /// No activation has that index.
  unknown_activation = 1,
  /// A parameter is not finite or outside of its limits.
  invalid_parameter = 2,
  /// The length does not fit the buffers, or this activation.
  invalid_length = 3,
};

}  // namespace lab
