// Prints the catalogue as JSON: what the golden scripts and the documents are made from.
#include <cstdio>

#include "activations/describe.h"

int main() {
  std::puts(lab::describe_catalogue().c_str());
}
