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
  return view(reinterpret_cast<const unsigned char*>(desk().text.data()), desk().text.size());
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
  return view(reinterpret_cast<const unsigned char*>(desk().given_text.data()), bytes);
}

}  // namespace

EMSCRIPTEN_BINDINGS(desk) {
  emscripten::function("numbersToGive", &numbers_to_give);
  emscripten::function("textToGive", &text_to_give);
  emscripten::function(
      "problems", +[] { return show(to_json(desk().problems)); });
}

}  // namespace lab::bindings
