#include <doctest/doctest.h>

#include "activations/registry.h"
#include "analysis/training/confusion.h"
#include "analysis/training/gradient_grid.h"
#include "analysis/training/life_log.h"
#include "analysis/training/linear_stack.h"
#include "analysis/training/observer.h"
#include "analysis/training/random_trainers.h"
#include "analysis/training/sign_agreement.h"
#include "analysis/training/trace.h"
#include "network/float_text.h"

namespace lab::testing {
namespace {

/// Everything that can be asked of a trainer.
class Watcher {
 public:
  explicit Watcher(const Trainer& trainer) : trainer_(trainer), observer_(trainer) {}

  void look(std::uint32_t question) {
    const Network& network = trainer_.network();
    const Grid grid{.size = 5};
    switch (question % 10) {
      case 0:
        return log_.record(observer_.observe());
      case 1:
        planes_.resize(network.unit_count() * plane_stride(grid.size));
        return evaluate_grid(trainer_, grid, planes_);
      case 2:
        planes_.resize(2 * network.output_width() * plane_stride(grid.size));
        return evaluate_gradient_grid(trainer_, grid, planes_);
      case 3:
        return static_cast<void>(confusion_matrix(trainer_, Split::train));
      case 4:
        return static_cast<void>(sign_agreement(trainer_, 9));
      case 5:
        return static_cast<void>(collapse_layers(trainer_, {0, network.layers().size() - 1}));
      case 6:
        return static_cast<void>(trace_sample(trainer_, Split::test, question % 9));
      case 7:
        return static_cast<void>(trainer_.evaluate(Split::test));
      case 8:
        return static_cast<void>(trainer_.gradient());
      default:
        return static_cast<void>(trainer_.predict(trainer_.samples(Split::test).inputs));
    }
  }

 private:
  const Trainer& trainer_;
  Observer observer_;
  LifeLog log_;
  std::vector<float> planes_;
};

TEST_CASE("a training that is watched is the same training") {
  for (const ActivationEntry* entry : activations()) {
    CAPTURE(entry->info.key);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      CAPTURE(seed);
      const auto watched = random_trainer(entry->info.key, seed, 30),
                 alone = random_trainer(entry->info.key, seed, 30);
      REQUIRE(watched);
      Watcher watcher(*watched);
      Random random(seed);
      for (int round = 0; round < 25; ++round) {
        const std::uint32_t samples = random.next() % 12;
        watched->step_samples(samples);
        alone->step_samples(samples);
        watcher.look(random.next());
        if (round % 5 == 0) watcher.look(random.next());
      }
      CHECK(to_hex(watched->gradient()) == to_hex(alone->gradient()));
      CHECK(watched->hash() == alone->hash());
      CHECK(watched->save() == alone->save());
      CHECK(watched->divergence() == alone->divergence());
    }
  }
}

TEST_CASE("looking is no help to a training that has diverged") {
  Setup setup = random_setup("relu", 2);
  setup.hyper.learning_rate = 1000;
  const Samples samples = random_samples(setup, 30, 1);
  const auto trainer = Trainer::create(setup, samples, random_samples(setup, 9, 2)).trainer;
  std::vector<float> huge = trainer->parameters();
  for (float& number : huge) number *= 1e30f;
  REQUIRE(trainer->set_parameters(huge).empty());
  trainer->step(100);
  REQUIRE(trainer->divergence());
  const std::string document = trainer->save();
  Watcher watcher(*trainer);
  for (std::uint32_t question = 0; question < 10; ++question) watcher.look(question);
  CHECK(trainer->save() == document);
}

}  // namespace
}  // namespace lab::testing
