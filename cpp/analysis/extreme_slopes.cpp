#include "analysis/extreme_slopes.h"

namespace lab {

namespace {

/// Slopes that differ by less, relative to 1 or to their size, count as equal.
constexpr double tolerance = 1e-9;

/// Where slopes are looked at one by one: wide enough for the slowest sine.
constexpr double scan_limit = 1000;

/// Far outside of everything a parameter can shape.
constexpr double far_out = 0x1p40;
/// A slope this large there has no bound.
constexpr double unbounded_slope = 1e5;

double magnitude(double x) {
  return __builtin_fabs(x);
}
double scale_of(double x) {
  return magnitude(x) > 1 ? magnitude(x) : 1;
}

/// f' far out on one side, if it settles there.
std::optional<double> limit_slope(const Curve& curve, double direction, bool saturates) {
  if (saturates) return 0;
  const double near = curve(direction * 1e9).derivative;
  const double far = curve(direction * far_out).derivative;
  if (!(magnitude(near - far) <= tolerance * scale_of(far))) return std::nullopt;
  return far;
}

/// The search for the largest slope, or for the smallest with `sign` -1.
class ExtremeSearch {
 public:
  ExtremeSearch(const Curve& curve, double sign) : curve_(curve), sign_(sign) {}

  /// A slope the curve has at x, or comes close to there.
  void offer(double x, double slope) {
    if (best_ && !(sign_ * (slope - *best_) > tolerance * scale_of(*best_))) return;
    best_ = slope;
    place_ = x;
  }

  /// A slope the curve comes close to far out.
  void offer_limit(std::optional<double> slope) {
    if (slope && (!limit_ || sign_ * (*slope - *limit_) > 0)) limit_ = slope;
  }

  void offer_far_out(double slope) { unbounded_ |= !(sign_ * slope <= unbounded_slope); }

  [[nodiscard]] ExtremeSlope result() const {
    if (unbounded_) return {};
    if (limit_ && sign_ * (*limit_ - *best_) >= -tolerance * scale_of(*best_))
      return {.value = limit_, .at = {}};
    // Rounding may leave a trace of a slope that is 0.
    const double value = magnitude(*best_) < tolerance / 10 ? 0 : *best_;
    return {.value = value, .at = is_attained() ? std::optional(place_) : std::nullopt};
  }

 private:
  [[nodiscard]] bool is_best(double slope) const {
    return magnitude(slope - *best_) <= tolerance * scale_of(*best_);
  }

  /// Attained at one point, not on an interval that begins there.
  [[nodiscard]] bool is_attained() const {
    if (!is_best(curve_(place_).derivative)) return false;
    for (const double side : {-0x1p-20, 0x1p-20}) {
      const ScalarSample beside = curve_(place_ + side * scale_of(place_));
      if (beside.second_derivative == 0 && is_best(beside.derivative)) return false;
    }
    return true;
  }

  const Curve& curve_;
  double sign_;
  std::optional<double> best_;
  double place_ = 0;
  std::optional<double> limit_;
  bool unbounded_ = false;
};

/// Where f'' changes its sign in a cell: a grid point if it is one.
double find_stationary_slope(const Curve& curve, const Cell& cell) {
  const double x =
      find_sign_change(cell.inner, cell.outer, [&](double at) { return curve(at).second_derivative; });
  for (const double end : {cell.inner, cell.outer}) {
    if (magnitude(x - end) < 1e-12 * scale_of(end)) return end;
  }
  return x;
}

}  // namespace

ExtremeSlopes find_extreme_slopes(const Curve& curve) {
  ExtremeSearch largest(curve, 1);
  ExtremeSearch smallest(curve, -1);
  const auto offer = [&](double x, double slope) {
    largest.offer(x, slope);
    smallest.offer(x, slope);
  };

  const Properties declared = curve.entry.properties(curve.parameters);
  for (const double kink : declared.kinks) {
    const double beside = 0x1p-46 * scale_of(kink);
    offer(kink, curve(kink).derivative);
    offer(kink, curve(kink + beside).derivative);
    offer(kink, curve(kink - beside).derivative);
  }

  // A periodic curve turns often; the first turns, which are the nearest to 0, tell everything.
  int turns_left = 64;
  offer(0, curve(0).derivative);
  scan_outwards(curve, scan_limit, [&](const Cell& cell) {
    const double from = cell.at_inner.second_derivative;
    const double to = cell.at_outer.second_derivative;
    if (((from > 0 && to < 0) || (from < 0 && to > 0)) && turns_left > 0) {
      --turns_left;
      const double x = find_stationary_slope(curve, cell);
      offer(x, curve(x).derivative);
    }
    const bool is_last = magnitude(cell.outer) >= scan_limit;
    if (to == 0 || is_last) offer(cell.outer, cell.at_outer.derivative);
    return true;
  });

  const std::optional<double> left = limit_slope(curve, -1, declared.saturates_left);
  const std::optional<double> right = limit_slope(curve, 1, declared.saturates_right);
  for (ExtremeSearch* search : {&largest, &smallest}) {
    search->offer_limit(left);
    search->offer_limit(right);
    // Several places, for curves that swing.
    for (int eighth = 8; eighth < 16; ++eighth) {
      const double x = eighth * (far_out / 8);
      search->offer_far_out(curve(x).derivative);
      search->offer_far_out(curve(-x).derivative);
    }
  }
  return {.largest = largest.result(), .smallest = smallest.result()};
}

}  // namespace lab
