// A set-up that is accepted survives being written and read, and a trainer can be made of it or is too large.
#include <cstdint>

#include "network/setup_json.h"
#include "network/trainer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const lab::SetupReading reading = lab::read_setup({reinterpret_cast<const char*>(data), size});
  if (!reading.problems.empty()) return 0;
  const lab::SetupReading again = lab::read_setup(lab::to_json(reading.setup));
  if (!again.problems.empty() || !(again.setup == reading.setup)) __builtin_trap();

  lab::Samples samples;
  samples.columns = reading.setup.columns;
  samples.inputs.assign(3 * samples.columns, 0.5f);
  samples.targets = {0, 1, 1};
  const lab::TrainerCreation creation = lab::Trainer::create(reading.setup, samples, samples);
  if (!creation.trainer) {
    if (creation.problems.empty()) __builtin_trap();
    return 0;
  }
  if (creation.trainer->parameter_count() < 20'000) creation.trainer->step(2);
  return 0;
}
