#include "bindings/desk.h"

#include <algorithm>
#include <utility>

#include "bindings/view.h"

namespace lab::bindings {

Desk& desk() {
  static Desk the_desk;
  return the_desk;
}

std::span<const float> given_numbers(std::size_t count) {
  const std::span<const float> all(desk().given_numbers);
  return all.first(std::min(count, all.size()));
}

Samples take_samples(std::span<const float>& numbers, std::size_t columns, std::size_t count) {
  const auto take = [&](std::size_t length) {
    const auto piece = numbers.first(std::min(length, numbers.size()));
    numbers = numbers.subspan(piece.size());
    return std::vector<float>(piece.begin(), piece.end());
  };
  Samples samples{.columns = columns};
  samples.inputs = take(columns * count);
  samples.targets = take(count);
  return samples;
}

emscripten::val show(std::vector<float> floats) {
  desk().floats = std::move(floats);
  return view(desk().floats.data(), desk().floats.size());
}

emscripten::val show(std::vector<double> numbers) {
  desk().numbers = std::move(numbers);
  return view(desk().numbers.data(), desk().numbers.size());
}

emscripten::val show(std::string text) {
  desk().text = std::move(text);
  return view(desk().text);
}

bool note(Problems problems) {
  desk().problems = std::move(problems);
  return desk().problems.empty();
}

namespace {

emscripten::val numbers_to_give(unsigned count) {
  desk().given_numbers = std::vector<float>(count);
  return view(desk().given_numbers.data(), count);
}

emscripten::val text_to_give(unsigned bytes) {
  desk().given_text = std::string(bytes, '\0');
  return view(desk().given_text);
}

}  // namespace

EMSCRIPTEN_BINDINGS(desk) {
  emscripten::function("numbersToGive", &numbers_to_give);
  emscripten::function("textToGive", &text_to_give);
  emscripten::function(
      "numbers", +[] { return view(desk().numbers.data(), desk().numbers.size()); });
  emscripten::function(
      "text", +[] { return view(desk().text); });
  emscripten::function(
      "problems", +[] { return show(to_json(desk().problems)); });
}

}  // namespace lab::bindings
