#pragma once

#include <string_view>

namespace lab {

/// Of tab, semicolon, bar and comma the first that cuts the first rows into equally many fields, at least
/// two; if none does, the one that cuts the first row into most. What is between quotes does not count.
char detect_separator(std::string_view text);

}  // namespace lab
