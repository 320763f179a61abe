// Prints what a training run can be made of as JSON.
#include <cstdio>

#include "network/describe_choices.h"

int main() {
  std::puts(lab::describe_choices().c_str());
}
