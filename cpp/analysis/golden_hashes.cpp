#include "analysis/golden_hashes.h"

#include "analysis/curve_hashes.h"
#include "network/scene_hashes.h"

namespace lab {

namespace {

/// In the order of the golden file.
constexpr std::vector<NamedHash> (*lists[])() = {
    curve_hashes,
    scene_hashes,
};

}  // namespace

std::vector<NamedHash> golden_hashes() {
  std::vector<NamedHash> all;
  for (const auto list : lists) {
    const std::vector<NamedHash> hashes = list();
    all.insert(all.end(), hashes.begin(), hashes.end());
  }
  return all;
}

}  // namespace lab
