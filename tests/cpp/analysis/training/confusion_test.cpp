#include "analysis/training/confusion.h"

#include <doctest/doctest.h>

#include "network/labelled_points.h"

namespace lab::testing {
namespace {

std::uint32_t sum_of(const std::vector<std::uint32_t>& counts) {
  std::uint32_t sum = 0;
  for (const std::uint32_t count : counts) sum += count;
  return sum;
}

TEST_CASE("a confusion matrix counts true classes by row and predicted ones by column") {
  // A logit of x1 - 0.5, whatever the class.
  const auto trainer = make_trainer(make_setup({}, "tanh"), 90, 20);
  REQUIRE(trainer->set_parameters(std::vector<float>{1, 0, -0.5f}).empty());
  for (const Split split : {Split::train, Split::test}) {
    const Samples& samples = trainer->samples(split);
    std::vector<std::uint32_t> expected(4);
    for (std::size_t s = 0; s < samples.size(); ++s)
      ++expected[(samples.targets[s] > 0 ? 2 : 0) + (samples.inputs[s] > 0.5f ? 1 : 0)];
    CHECK(confusion_matrix(*trainer, split) == expected);
  }
}

TEST_CASE("the diagonal is the score") {
  Setup binary = make_setup({6}, "tanh"), squared = binary, multi_class = binary;
  squared.loss = choose_loss("half_squared");
  Setup probabilities = squared;
  probabilities.layers.back().activation = choose_activation("sigmoid");
  multi_class.task = Task::multi_class;
  multi_class.layers.back().width = multi_class.classes;
  multi_class.loss = choose_loss("softmax_cross_entropy");
  for (const Setup& setup : {binary, squared, probabilities, multi_class}) {
    const auto trainer = make_trainer(setup, 150, 0);
    trainer->step(200);
    const std::vector<std::uint32_t> counts = confusion_matrix(*trainer, Split::train);
    const std::size_t classes = setup.task == Task::binary ? 2 : 3;
    REQUIRE(counts.size() == classes * classes);
    CHECK(sum_of(counts) == 150);
    std::uint32_t right = 0;
    for (std::size_t c = 0; c < classes; ++c) right += counts[c * classes + c];
    CHECK(right / 150.0 == trainer->evaluate(Split::train).score);
    CHECK(sum_of(confusion_matrix(*trainer, Split::test)) == 0);
  }
}

TEST_CASE("regression has no classes to confuse") {
  Setup setup = make_setup({3}, "tanh");
  setup.task = Task::regression;
  setup.loss = choose_loss("mse");
  CHECK(confusion_matrix(*make_trainer(setup), Split::train).empty());
}

}  // namespace
}  // namespace lab::testing
