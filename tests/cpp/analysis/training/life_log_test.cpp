#include "analysis/training/life_log.h"

#include <doctest/doctest.h>

#include "core/random.h"

namespace lab::testing {
namespace {

/// Two layers of one and two units.
Observation observation_of(std::uint64_t step, bool a, bool b, bool c) {
  Observation observation{.step = step, .layers = std::vector<LayerObservation>(2)};
  observation.layers[0].units.resize(1);
  observation.layers[1].units.resize(2);
  observation.layers[0].units[0].dead = a;
  observation.layers[1].units[0].dead = b;
  observation.layers[1].units[1].dead = c;
  return observation;
}

/// What the log says of the middle unit, as died, revived; -1: never.
struct Life {
  std::int64_t died;
  std::int64_t revived;

  friend bool operator==(const Life&, const Life&) = default;
};

Life record(LifeLog& log, std::uint64_t step, bool dead) {
  Observation observation = observation_of(step, false, dead, true);
  log.record(observation);
  CHECK_FALSE(observation.layers[0].units[0].died_at);
  CHECK(observation.layers[1].units[1].died_at);
  CHECK_FALSE(observation.layers[1].units[1].revived_at);
  const auto number = [](const std::optional<std::uint64_t>& at) {
    return at ? static_cast<std::int64_t>(*at) : -1;
  };
  const UnitObservation& unit = observation.layers[1].units[0];
  return {number(unit.died_at), number(unit.revived_at)};
}

TEST_CASE("a log remembers the first death and the last revival") {
  LifeLog log;
  CHECK(record(log, 5, false) == Life{-1, -1});
  CHECK(record(log, 9, true) == Life{9, -1});
  CHECK(record(log, 12, true) == Life{9, -1});
  CHECK(record(log, 15, false) == Life{9, 15});
  CHECK(record(log, 16, false) == Life{9, 15});
  CHECK(record(log, 20, true) == Life{9, 15});
  CHECK(record(log, 30, false) == Life{9, 30});
  log.clear();
  CHECK(record(log, 31, false) == Life{-1, -1});
}

TEST_CASE("a log forgets what has not happened yet") {
  LifeLog log;
  record(log, 5, false);
  record(log, 9, true);
  record(log, 15, false);
  CHECK(record(log, 12, true) == Life{9, -1});
  CHECK(record(log, 14, false) == Life{9, 14});
  CHECK(record(log, 9, false) == Life{-1, -1});
  CHECK(record(log, 9, true) == Life{9, -1});
  CHECK(record(log, 9, false) == Life{9, 9});
  // A reset, or weights from another seed.
  CHECK(record(log, 0, true) == Life{0, -1});
  CHECK(record(log, 0, false) == Life{-1, -1});
}

TEST_CASE("a log of another network begins anew") {
  LifeLog log;
  record(log, 9, true);
  Observation other{.step = 20, .layers = std::vector<LayerObservation>(1)};
  other.layers[0].units.resize(7);
  other.layers[0].units[1].dead = true;
  log.record(other);
  CHECK(other.layers[0].units[1].died_at == 20u);
  CHECK_FALSE(other.layers[0].units[0].died_at);
}

TEST_CASE("a run that is observed again after a step back tells the same lives") {
  Random random(3);
  for (int round = 0; round < 200; ++round) {
    // Whether the unit is dead at each step.
    bool dead[40];
    for (bool& state : dead) state = random.next() % 3 == 0;
    LifeLog straight, wandering;
    const std::uint64_t turn = 1 + random.next() % 20, back = 1 + random.next() % turn;
    Life expected{}, seen{};
    for (std::uint64_t step = 1; step <= turn; ++step) record(wandering, step, dead[step]);
    for (std::uint64_t step = back; step < 40; ++step) seen = record(wandering, step, dead[step]);
    for (std::uint64_t step = 1; step < 40; ++step) expected = record(straight, step, dead[step]);
    CHECK(seen.died == expected.died);
    // The state before the step back is a guess; from there on every change is seen.
    if (expected.revived > static_cast<std::int64_t>(back)) CHECK(seen.revived == expected.revived);
  }
}

}  // namespace
}  // namespace lab::testing
