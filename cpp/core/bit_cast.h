#pragma once

namespace lab {

/// std::bit_cast, which the standard library of the oldest supported Emscripten lacks.
template <class To, class From>
constexpr To bit_cast(const From& from) {
  static_assert(sizeof(To) == sizeof(From));
  return __builtin_bit_cast(To, from);
}

}  // namespace lab
