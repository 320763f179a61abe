#pragma once

#include <string>
#include <string_view>

#include "network/datasets/data_setup.h"

namespace lab {

class JsonWriter;
class JsonValue;

struct DataSetupReading {
  /// Meaningful only without problems.
  DataSetup data;
  Problems problems;
};

/// Reads a data set-up and validates it. What is left out (all but `dataset`) keeps its default, unknown keys
/// are ignored, everything that is wrong is named under `data`.
DataSetupReading read_data_setup(std::string_view json);
DataSetupReading read_data_setup(const JsonValue& json);

/// Parameters are written by name. `read_data_setup` gives back an equal set-up.
std::string to_json(const DataSetup& data);
void write_data_setup(JsonWriter& json, const DataSetup& data);

}  // namespace lab
