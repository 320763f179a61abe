#include "network/datasets/registry.h"

namespace lab {

const DatasetEntry* find_dataset(std::string_view key) {
  return find_by_key(datasets(), key);
}

}  // namespace lab
