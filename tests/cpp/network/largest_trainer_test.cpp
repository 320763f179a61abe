#include <doctest/doctest.h>

#include <cmath>

#include "network/grid.h"
#include "network/labelled_points.h"

namespace lab::testing {
namespace {

/// As many layers as there may be, most of them as wide as they may be: more of those do not fit.
Setup deepest(std::size_t narrow) {
  Setup setup = make_setup({}, "tanh");
  std::vector<LayerSetup> hidden(60, make_layer(max_width, "tanh"));
  hidden.resize(max_layers - 1, make_layer(narrow, "tanh"));
  setup.layers.insert(setup.layers.begin(), hidden.begin(), hidden.end());
  setup.batch_size = 8;
  return setup;
}

std::uint64_t bytes_of(const Setup& setup, const Samples& train) {
  return Trainer::bytes_needed(setup, train, no_samples());
}

TEST_CASE(
    "the largest network that fits trains, is shown and goes on from its document; the next is refused") {
  const Samples train = labelled_points(16);
  std::size_t narrow = 1;
  while (bytes_of(deepest(narrow + 1), train) <= memory_budget) ++narrow;
  REQUIRE(narrow < max_width);
  const Setup beyond = deepest(narrow + 1);
  const TrainerCreation refused = Trainer::create(beyond, train, no_samples());
  CHECK_FALSE(refused.trainer);
  const auto needed = static_cast<double>(bytes_of(beyond, train));
  CHECK(refused.problems ==
        Problems{{ProblemCode::too_large, "", needed, static_cast<double>(memory_budget)}});
  CHECK(needed < 1.01 * static_cast<double>(memory_budget));

  TrainerCreation creation = Trainer::create(deepest(narrow), train, no_samples());
  REQUIRE(creation.trainer);
  const std::uint64_t start = creation.trainer->hash();
  CHECK(creation.trainer->step(3) == 3);
  const std::uint64_t trained = creation.trainer->hash();
  CHECK(trained != start);
  const Grid grid{.size = 2};
  const std::size_t output = creation.trainer->network().layers().back().first_unit;
  std::vector<float> plane(plane_stride(grid.size));
  evaluate_grid(*creation.trainer, grid, plane, output);
  CHECK(std::isfinite(plane[0]));
  CHECK(plane[0] != plane[3]);

  const std::string document = creation.trainer->save();
  creation.trainer->step();
  const std::uint64_t next = creation.trainer->hash();
  creation.trainer.reset();
  creation = Trainer::load(document);
  REQUIRE(creation.trainer);
  CHECK(creation.trainer->hash() == trained);
  creation.trainer->step();
  CHECK(creation.trainer->hash() == next);
}

}  // namespace
}  // namespace lab::testing
