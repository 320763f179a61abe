#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// The bits of each number as eight hexadecimal digits: 1.0f is 3f800000. Every float comes back as it was.
std::string to_hex(std::span<const float> numbers);

/// Nothing unless the text consists of whole numbers so written.
std::optional<std::vector<float>> floats_from_hex(std::string_view text);

}  // namespace lab
