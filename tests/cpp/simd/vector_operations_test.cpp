#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "simd/f64x2.h"
#include "support/bit_patterns.h"

namespace lab::testing {
namespace {

struct Single {
  using Vector = f32x4;
  using Number = float;
  using Bits = std::uint32_t;
};
struct Double {
  using Vector = f64x2;
  using Number = double;
  using Bits = std::uint64_t;
};

template <class Kind>
std::vector<typename Kind::Number> numbers() {
  return special_and_random<typename Kind::Number, typename Kind::Bits>(200);
}

/// Applies a vector operation to pairs of numbers, each lane with another pair, and compares with the scalar
/// meaning.
template <class Kind>
void check_lanes(const std::string& name, const auto& operation, const auto& meaning) {
  using Vector = typename Kind::Vector;
  const auto all = numbers<Kind>();
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < all.size(); ++j) {
      Vector a, b;
      for (std::size_t lane = 0; lane < Vector::width; ++lane) {
        a.lanes[lane] = all[(i + lane) % all.size()];
        b.lanes[lane] = all[(j + 3 * lane) % all.size()];
      }
      const Vector result = operation(a, b);
      for (std::size_t lane = 0; lane < Vector::width; ++lane)
        wrong += !same<typename Kind::Number>(result.lanes[lane], meaning(a.lanes[lane], b.lanes[lane]));
    }
  }
  INFO(name);
  CHECK(wrong == 0);
}

TEST_CASE_TEMPLATE("vector operations mean, lane by lane and bit by bit, what the scalar ones mean", Kind,
                   Single, Double) {
  using V = typename Kind::Vector;
  using N = typename Kind::Number;
  check_lanes<Kind>(
      "+", [](V a, V b) { return a + b; }, [](N a, N b) { return a + b; });
  check_lanes<Kind>(
      "-", [](V a, V b) { return a - b; }, [](N a, N b) { return a - b; });
  check_lanes<Kind>(
      "*", [](V a, V b) { return a * b; }, [](N a, N b) { return a * b; });
  check_lanes<Kind>(
      "/", [](V a, V b) { return a / b; }, [](N a, N b) { return a / b; });
  check_lanes<Kind>(
      "negation", [](V a, V) { return -a; }, [](N a, N) { return -a; });
  check_lanes<Kind>(
      "min", [](V a, V b) { return min(a, b); }, [](N a, N b) { return b < a ? b : a; });
  check_lanes<Kind>(
      "max", [](V a, V b) { return max(a, b); }, [](N a, N b) { return a < b ? b : a; });
  check_lanes<Kind>(
      "abs", [](V a, V) { return abs(a); }, [](N a, N) { return std::fabs(a); });
  check_lanes<Kind>(
      "sqrt", [](V a, V) { return sqrt(a); }, [](N a, N) { return std::sqrt(a); });
  check_lanes<Kind>(
      "copysign", [](V a, V b) { return copysign(a, b); }, [](N a, N b) { return std::copysign(a, b); });
  check_lanes<Kind>(
      "<", [](V a, V b) { return select(a < b, a, b); }, [](N a, N b) { return a < b ? a : b; });
  check_lanes<Kind>(
      "<=", [](V a, V b) { return select(a <= b, a, b); }, [](N a, N b) { return a <= b ? a : b; });
  check_lanes<Kind>(
      ">", [](V a, V b) { return select(a > b, a, b); }, [](N a, N b) { return a > b ? a : b; });
  check_lanes<Kind>(
      ">=", [](V a, V b) { return select(a >= b, a, b); }, [](N a, N b) { return a >= b ? a : b; });
  check_lanes<Kind>(
      "==", [](V a, V b) { return select(a == b, a, V(N{7})); }, [](N a, N b) { return a == b ? a : N{7}; });
  check_lanes<Kind>(
      "mask algebra", [](V a, V b) { return select((!(a < b)) & ((a > b) | (b == b)), a, b); },
      [](N a, N b) { return !(a < b) && (a > b || b == b) ? a : b; });
}

TEST_CASE("a mask keeps or negates only its own lanes") {
  const auto meaning_of_keep = [](float a, float b) { return a < b ? a : 0.0f; };
  check_lanes<Single>(
      "keep", [](f32x4 a, f32x4 b) { return keep(a < b, a); }, meaning_of_keep);
  check_lanes<Single>(
      "negate_where", [](f32x4 a, f32x4 b) { return negate_where(a < b, a); },
      [](float a, float b) { return a < b ? -a : a; });
}

TEST_CASE("any notices a single lane") {
  for (int lane = 0; lane < 4; ++lane) {
    f32x4 x(0.0f);
    x.lanes[lane] = 1.0f;
    CHECK(any(x > f32x4(0.0f)));
    CHECK_FALSE(any(x > f32x4(1.0f)));
  }
  for (int lane = 0; lane < 2; ++lane) {
    f64x2 x(0.0);
    x.lanes[lane] = 1.0;
    CHECK(any(x > f64x2(0.0)));
    CHECK_FALSE(any(x > f64x2(1.0)));
  }
}

TEST_CASE("promotion is exact and demotion rounds to nearest, subnormal numbers included") {
  const auto singles = numbers<Single>();
  for (std::size_t i = 0; i + 4 <= singles.size(); i += 4) {
    const f32x4 x = load(&singles[i]);
    const f32x4 back = demote(promote_low(x), promote_high(x));
    for (int lane = 0; lane < 4; ++lane) CHECK(same<float>(back.lanes[lane], x.lanes[lane]));
  }
  for (const double x :
       {1.0 + 0x1p-24, 1.0 + 0x1.8p-24, 0x1p-150, 0x1.8p-150, 0x1.fffffefp127, 0x1.ffffffp127, -0x1p300}) {
    const f32x4 rounded = demote(f64x2(x), f64x2(-x));
    CHECK(same<float>(rounded.lanes[0], static_cast<float>(x)));
    CHECK(same<float>(rounded.lanes[3], static_cast<float>(-x)));
  }
}

TEST_CASE("integer lanes wrap, and shift with or without the sign") {
  const i32x4 one = i32x4::broadcast(1);
  const i32x4 least = i32x4::broadcast(INT32_MIN);
  CHECK((least - one).lanes[0] == INT32_MAX);
  CHECK((least >> 31).lanes[3] == -1);
  CHECK((one << 31).lanes[2] == INT32_MIN);
  CHECK(((least | one) ^ one).lanes[1] == INT32_MIN);
  CHECK((~least & i32x4::broadcast(-1)).lanes[1] == INT32_MAX);
  CHECK(logical_shift_right(i64x2::broadcast(-1), 60).lanes[1] == 15);
  CHECK((i64x2::broadcast(INT64_MAX) + i64x2::broadcast(1)).lanes[0] == INT64_MIN);
}

}  // namespace
}  // namespace lab::testing
