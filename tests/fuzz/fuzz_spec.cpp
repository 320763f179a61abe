// A set-up with a data set that is accepted gives a trainer whose document, once loaded, says the same of
// both.
#include <cstdint>

#include "network/datasets/create_trainer.h"
#include "network/describe_trainer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const lab::TrainerCreation creation = lab::create_trainer({reinterpret_cast<const char*>(data), size});
  if (!creation.trainer) {
    if (creation.problems.empty()) __builtin_trap();
    return 0;
  }
  const lab::TrainerCreation loaded = lab::Trainer::load(creation.trainer->save());
  if (!loaded.trainer || lab::describe_trainer(*loaded.trainer) != lab::describe_trainer(*creation.trainer))
    __builtin_trap();
  return 0;
}
