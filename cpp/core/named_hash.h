#pragma once

#include <cstdint>
#include <string>

namespace lab {

/// A hash of numbers that must come out the same everywhere.
struct NamedHash {
  /// Such as `elu.value`; no spaces.
  std::string name;
  std::uint64_t hash;

  friend bool operator==(const NamedHash&, const NamedHash&) = default;
};

/// `name hash`, the hash as 16 hexadecimal digits.
std::string to_line(const NamedHash& item);

}  // namespace lab
