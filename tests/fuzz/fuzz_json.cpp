// Whatever the bytes: they are JSON, or there is a first byte that is not.
#include <cstdint>

#include "core/json_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view document(reinterpret_cast<const char*>(data), size);
  const lab::JsonReading reading = lab::read_json(document);
  if (!reading.value && reading.error_offset > size) __builtin_trap();
  return 0;
}
