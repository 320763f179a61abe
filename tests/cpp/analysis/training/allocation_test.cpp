#include <doctest/doctest.h>

#include <cstdlib>
#include <new>

#include "analysis/training/life_log.h"
#include "analysis/training/observer.h"
#include "analysis/training/random_trainers.h"
#include "network/stop_rule.h"

namespace {

std::size_t allocations = 0;

}  // namespace

// Replaces those of the whole program, as the standard allows.
void* operator new(std::size_t size) {
  ++allocations;
  void* const block = std::malloc(size == 0 ? 1 : size);
  if (!block) std::abort();
  return block;
}
void operator delete(void* block) noexcept {
  std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
  std::free(block);
}

namespace lab::testing {
namespace {

template <class Work>
std::size_t allocations_of(Work work) {
  const std::size_t before = allocations;
  work();
  return allocations - before;
}

TEST_CASE("the counter counts") {
  CHECK(allocations_of([] { const std::vector<int> numbers(100); }) >= 1);
}

TEST_CASE("a frame's work allocates nothing") {
  const auto trainer = random_trainer("tanh", 3, 150);
  Observer observer(*trainer);
  LifeLog log;
  ObservationOptions options;
  log.record(observer.observe(options));
  CHECK(allocations_of([&] { log.record(observer.observe(options)); }) == 0);
  options.bins = 10;
  options.pre_activation_limits = HistogramLimits{-1, 1};
  CHECK(allocations_of([&] { log.record(observer.observe(options)); }) == 0);
  CHECK(allocations_of([&] { trainer->step(30); }) == 0);
  CHECK(allocations_of([&] { static_cast<void>(trainer->evaluate(Split::train)); }) == 0);
  StopState state;
  const StopRule rule{.score_at_least = 1, .plateau = Plateau{}, .max_epochs = 1000};
  CHECK(allocations_of([&] { run_until(*trainer, rule, state, 50); }) == 0);
}

}  // namespace
}  // namespace lab::testing
