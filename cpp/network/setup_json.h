#pragma once

#include <string>
#include <string_view>

#include "network/problem.h"
#include "network/setup.h"

namespace lab {

class JsonWriter;
class JsonValue;

/// Of the set-up's JSON; a document of an older version is still read.
inline constexpr int setup_version = 1;

struct SetupReading {
  /// Meaningful only without problems.
  Setup setup;
  Problems problems;
};

/// Reads a set-up and validates it. What is left out keeps its default, unknown keys are ignored (but not
/// parameters that a choice does not have), everything that is wrong is named.
SetupReading read_setup(std::string_view json);
SetupReading read_setup(const JsonValue& json);

/// Parameters of choices are written by name. `read_setup` gives back an equal set-up.
std::string to_json(const Setup& setup);
void write_setup(JsonWriter& json, const Setup& setup);

/// Only the hyper-parameters: what is left out keeps the value it has in `setup`.
struct HyperParametersReading {
  HyperParameters hyper;
  Problems problems;
};
HyperParametersReading read_hyper_parameters(std::string_view json, const Setup& setup);

}  // namespace lab
