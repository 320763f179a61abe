#include "core/named_hash.h"

namespace lab {

std::string to_line(const NamedHash& item) {
  std::string line = item.name + ' ';
  for (int shift = 60; shift >= 0; shift -= 4) line += "0123456789abcdef"[(item.hash >> shift) & 0xf];
  return line;
}

}  // namespace lab
