#pragma once

#include <cstddef>
#include <initializer_list>

namespace lab {

/// Up to `Capacity` items in place, usable in constant expressions.
template <class T, std::size_t Capacity>
class StaticList {
 public:
  constexpr StaticList() = default;
  constexpr StaticList(std::initializer_list<T> items) {
    for (const T& item : items) push_back(item);
  }

  /// More items than the capacity do not compile in a constant expression.
  constexpr void push_back(const T& item) { items_[size_++] = item; }

  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
  [[nodiscard]] constexpr const T& operator[](std::size_t index) const { return items_[index]; }
  [[nodiscard]] constexpr const T* begin() const { return items_; }
  [[nodiscard]] constexpr const T* end() const { return items_ + size_; }

 private:
  T items_[Capacity]{};
  std::size_t size_ = 0;
};

}  // namespace lab
