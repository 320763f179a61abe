// Prints the golden hashes: the content of tests/golden/hashes.txt.
#include <cstdio>

#include "analysis/golden_hashes.h"

int main() {
  for (const lab::NamedHash& item : lab::golden_hashes()) std::puts(lab::to_line(item).c_str());
}
