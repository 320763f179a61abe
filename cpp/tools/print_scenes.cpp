// Prints the scenes whose weights are hashed: the content of tests/golden/scenes.json.
#include <cstdio>

#include "network/scenes.h"

int main() {
  std::puts(lab::describe_scenes().c_str());
}
