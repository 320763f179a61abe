#pragma once

#include <string>

namespace lab {

/// Appends a decimal text that reads back as the same double, short where the number is short (0.01, 2e-7,
/// 1e30).
///
/// For 0, for magnitudes from 1e-5 to 1e15, and for whole numbers below 2^53 times a power of ten from 1e-22
/// to 1e22. The standard library of the oldest supported Emscripten cannot print a double without all of
/// printf.
void append_decimal(std::string& text, double value);

}  // namespace lab
