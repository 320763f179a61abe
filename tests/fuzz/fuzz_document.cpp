// A document that is accepted gives a trainer that saves the same again.
#include <cstdint>

#include "network/trainer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const lab::TrainerCreation creation = lab::Trainer::load({reinterpret_cast<const char*>(data), size});
  if (!creation.trainer) {
    if (creation.problems.empty()) __builtin_trap();
    return 0;
  }
  const std::string document = creation.trainer->save();
  const lab::TrainerCreation again = lab::Trainer::load(document);
  if (!again.trainer || again.trainer->save() != document) __builtin_trap();
  if (creation.trainer->parameter_count() < 20'000) creation.trainer->step(2);
  return 0;
}
