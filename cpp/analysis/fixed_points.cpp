#include "analysis/fixed_points.h"

#include <algorithm>
#include <array>

namespace lab {

namespace {

double magnitude(double x) {
  return __builtin_fabs(x);
}
double scale_of(double x) {
  return magnitude(x) > 1 ? magnitude(x) : 1;
}

class FixedPointSearch {
 public:
  explicit FixedPointSearch(const Curve& curve) : curve_(curve) {
    if (is_zero(0, distance(0)) && is_isolated(0, 0x1p-5)) add(0);
  }

  /// Looks into a cell and at its outer end; false when there is no more room.
  bool look_into(const Cell& cell) {
    const double from = cell.at_inner.value - cell.inner;
    const double to = cell.at_outer.value - cell.outer;
    if (is_zero(cell.outer, to)) {
      if (is_isolated(cell.outer, cell.outer - cell.inner)) add(cell.outer);
    } else if (!is_zero(cell.inner, from)) {
      if ((from > 0) != (to > 0)) {
        add_crossing(cell.inner, cell.outer);
      } else {
        look_for_touch(cell, from);
      }
    }
    return count_ < found_.size();
  }

  [[nodiscard]] StaticList<FixedPoint, 8> result() {
    const auto end = found_.begin() + static_cast<std::ptrdiff_t>(count_);
    const auto ascending = [](const FixedPoint& a, const FixedPoint& b) { return a.x < b.x; };
    // In place of std::sort, whose code is many times as long.
    std::make_heap(found_.begin(), end, ascending);
    std::sort_heap(found_.begin(), end, ascending);
    StaticList<FixedPoint, 8> list;
    for (std::size_t i = 0; i < count_; ++i) list.push_back(found_[i]);
    return list;
  }

 private:
  [[nodiscard]] double distance(double x) const { return curve_(x).value - x; }
  [[nodiscard]] double distance_slope(double x) const { return curve_(x).derivative - 1; }

  /// A curve that has come as close to the diagonal as rounding lets one see is on it.
  static bool is_zero(double x, double distance) { return magnitude(distance) <= 1e-12 * scale_of(x); }

  [[nodiscard]] bool is_isolated(double x, double cell_width) const {
    const double beside = cell_width / 8;
    return !is_zero(x, distance(x + beside)) && !is_zero(x, distance(x - beside));
  }

  void add(double x) {
    if (count_ < found_.size()) found_[count_++] = {.x = x, .slope = curve_(x).derivative};
  }

  /// The curve may cross the diagonal, or jump over it.
  void add_crossing(double a, double b) {
    const double x = find_sign_change(a, b, [&](double at) { return distance(at); });
    if (magnitude(distance(x)) <= 1e-9 * scale_of(x)) add(x);
  }

  /// The curve may touch the diagonal from one side, or cross it twice.
  void look_for_touch(const Cell& cell, double from) {
    const double slope_from = cell.at_inner.derivative - 1;
    const double slope_to = cell.at_outer.derivative - 1;
    if (!((slope_from > 0 && slope_to < 0) || (slope_from < 0 && slope_to > 0))) return;
    const double reach = magnitude(cell.outer - cell.inner) * (magnitude(slope_from) + magnitude(slope_to));
    if (magnitude(from) > reach) return;
    const double x = find_sign_change(cell.inner, cell.outer, [&](double at) { return distance_slope(at); });
    if (magnitude(distance(x)) <= 1e-9 * scale_of(x)) {
      add(x);
    } else if ((distance(x) > 0) != (from > 0)) {
      add_crossing(cell.inner, x);
      add_crossing(x, cell.outer);
    }
  }

  const Curve& curve_;
  std::array<FixedPoint, 8> found_{};
  std::size_t count_ = 0;
};

}  // namespace

StaticList<FixedPoint, 8> find_fixed_points(const Curve& curve) {
  FixedPointSearch search(curve);
  scan_outwards(curve, 100, [&](const Cell& cell) { return search.look_into(cell); });
  return search.result();
}

}  // namespace lab
