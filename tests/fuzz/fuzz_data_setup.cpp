// A data set-up that is accepted survives being written and read, and gives as many finite samples as it
// says.
#include <cstdint>

#include "network/datasets/data_setup_json.h"

namespace {

void check(const lab::Samples& samples, std::size_t classes) {
  for (const float input : samples.inputs)
    if (!(input - input == 0)) __builtin_trap();
  for (const float target : samples.targets)
    if (!(target - target == 0) || (classes != 0 && !(target >= 0 && target < static_cast<float>(classes))))
      __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const lab::DataSetupReading reading = lab::read_data_setup({reinterpret_cast<const char*>(data), size});
  if (!reading.problems.empty()) return 0;
  const lab::DataSetupReading again = lab::read_data_setup(lab::to_json(reading.data));
  if (!again.problems.empty() || !(again.data == reading.data)) __builtin_trap();
  if (lab::sample_count(reading.data) > 2000) return 0;
  const lab::DataSplit split = lab::generate(reading.data);
  if (split.train.size() == 0 || split.train.size() + split.test.size() != lab::sample_count(reading.data))
    __builtin_trap();
  check(split.train, lab::class_count(reading.data));
  check(split.test, lab::class_count(reading.data));
  return 0;
}
