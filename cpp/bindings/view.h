#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstddef>

namespace lab::bindings {

/// A typed array over the memory of the module itself.
template <class Number>
emscripten::val view(const Number* data, std::size_t size) {
  return emscripten::val(emscripten::typed_memory_view(size, data));
}

}  // namespace lab::bindings
