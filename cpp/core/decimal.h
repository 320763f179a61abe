#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lab {

/// Appends a decimal text that reads back as the same double, short where the number is short (0.01, 2e-7,
/// 1e30). For every finite number. The standard library of the oldest supported Emscripten cannot print a
/// double without all of printf.
void append_decimal(std::string& text, double value);

/// The same with the fewest digits that read back as the same float.
void append_float(std::string& text, float value);

/// The float nearest to a decimal, infinite if it is too large for all; nothing if the whole text is not a
/// number such as -1, +.5, 2. or 6.02e23.
std::optional<float> read_float(std::string_view text);

}  // namespace lab
