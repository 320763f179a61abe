#pragma once

#include <string>
#include <string_view>

#include "core/random.h"

namespace lab::testing {

/// A text with one to four small changes: what a slip of the hand, a broken file or a hostile one would do to
/// it.
inline std::string mutated(std::string text, Random& random) {
  static constexpr std::string_view pieces[] = {
      "\"", "\\",  ",",    ";", "\n", "\r",   "[",    "]",       "{",   "}",    ":",    "-",
      ".",  "1e9", "-1e9", "0", "1",  "1e99", "null", "\\ud800", "NaN", "true", "\xff", "\xc3"};
  const auto below = [&](std::size_t count) { return count == 0 ? 0 : random.next() % count; };
  for (auto changes = 1 + below(4); changes > 0; --changes) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(8);
    switch (below(6)) {
      case 0:
        text.insert(at, pieces[below(std::size(pieces))]);
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(below(text.size()), length));
        break;
      case 3:
        text.replace(at, length, pieces[below(std::size(pieces))]);
        break;
      case 4:
        if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
        break;
      default:
        text.resize(at);
        break;
    }
  }
  return text;
}

}  // namespace lab::testing
