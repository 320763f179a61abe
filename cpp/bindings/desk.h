#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/trainer_table.h"

namespace lab::bindings {

/// Where trainers are kept, and where numbers and texts cross. Everything given to a call, and everything it
/// gives, lies in buffers: a view on one of them is valid until the next call. Texts
/// cross in UTF-8 like that too, because Embind does not see when there is no memory left for one.
struct Desk {
  TrainerTable trainers;
  std::vector<float> given_numbers;
  std::string given_text;
  std::vector<float> floats;
  /// Of a grid, as often as once a frame: apart from other results, so that the memory is used again.
  std::vector<float> planes;
  std::vector<double> numbers;
  std::string text;
  /// Of the last call that could be refused.
  Problems problems;
};

Desk& desk();

/// What was given: no more than `count`.
std::span<const float> given_numbers(std::size_t count);

/// A view on what is kept at the desk from now on.
emscripten::val show(std::vector<float> floats);
emscripten::val show(std::vector<double> numbers);
emscripten::val show(std::string text);

/// Keeps the problems. Whether there are none.
bool note(Problems problems);

}  // namespace lab::bindings
