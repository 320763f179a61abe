#pragma once

#include <string>

namespace lab::testing {

/// Where a file of golden data lies.
inline std::string golden_path(const std::string& name) {
  return std::string(GOLDEN_DIR) + "/" + name;
}

}  // namespace lab::testing
