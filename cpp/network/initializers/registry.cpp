#include "network/initializers/registry.h"

namespace lab {

const InitializerEntry* find_initializer(std::string_view key) {
  return find_by_key(initializers(), key);
}

}  // namespace lab
