#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

struct NamedHash {
  std::string name;
  std::uint64_t hash;

  friend bool operator==(const NamedHash&, const NamedHash&) = default;
};

/// One hash per curve of every activation (`elu.value`, `elu.derivative`, `elu.second_derivative`; parameters
/// at their initial values) and per elementary function (`math.exp`), each over the same 106,041 inputs
/// spread evenly over all bit patterns of float. Equal hashes: equal bits, on whatever machine and compiler.
std::vector<NamedHash> golden_hashes();

/// `name hash`, the hash as 16 hexadecimal digits.
std::string to_line(const NamedHash& item);

}  // namespace lab
