#include "network/losses/registry.h"

namespace lab {

const LossEntry* find_loss(std::string_view key) {
  return find_by_key(losses(), key);
}

}  // namespace lab
