#include "analysis/training/sign_agreement.h"

#include <doctest/doctest.h>

#include <cmath>

#include "analysis/training/observer.h"
#include "analysis/training/random_trainers.h"
#include "network/labelled_points.h"

namespace lab::testing {
namespace {

/// From the gradients that a training by such batches uses. Without batch normalisation they are the same.
std::vector<std::vector<SignAgreement>> by_training(const Setup& base, const Samples& samples,
                                                    const std::vector<float>& parameters) {
  Setup setup = base;
  setup.shuffle = false;
  setup.hyper.learning_rate = 0;
  const auto trainer = Trainer::create(setup, samples, {.columns = setup.columns}).trainer;
  REQUIRE(trainer->set_parameters(parameters).empty());
  const auto layers = trainer->network().layers();
  std::vector<std::vector<SignAgreement>> result;
  std::vector<std::vector<double>> batches;
  for (const LayerShape& layer : layers) {
    result.emplace_back(layer.units);
    batches.emplace_back(layer.units);
  }
  while (trainer->epochs() == 0) {
    trainer->step();
    const std::vector<float> gradient = trainer->gradient();
    std::size_t next = 0;
    for (std::size_t l = 0; l < layers.size(); ++l) {
      for (std::size_t u = 0; u < layers[l].units; ++u) {
        int signs = 0, count = 0;
        for (std::size_t i = 0; i < layers[l].inputs; ++i, ++next) {
          signs += gradient[next] > 0 ? 1 : gradient[next] < 0 ? -1 : 0;
          count += gradient[next] != 0 ? 1 : 0;
        }
        if (count == 0) continue;
        ++batches[l][u];
        result[l][u].agreement += std::fabs(signs) / count;
        result[l][u].unanimous += std::abs(signs) == count ? 1 : 0;
      }
      next += (layers[l].has_bias ? layers[l].units : 0) +
              (layers[l].normalization != Normalization::none ? 2 * layers[l].units : 0) +
              (layers[l].learns_slope ? 1 : 0);
    }
  }
  for (std::size_t l = 0; l < layers.size(); ++l) {
    for (std::size_t u = 0; u < layers[l].units; ++u) {
      if (batches[l][u] == 0) continue;
      result[l][u].agreement /= batches[l][u];
      result[l][u].unanimous /= batches[l][u];
    }
  }
  return result;
}

TEST_CASE("signs agree as they do in training") {
  for (const char* activation : {"tanh", "relu", "prelu"}) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
      Setup setup = random_setup(activation, seed);
      for (LayerSetup& layer : setup.layers)
        if (layer.normalization == Normalization::batch) layer.normalization = Normalization::layer;
      const Samples samples = random_samples(setup, 83, seed);
      const auto trainer = Trainer::create(setup, samples, {.columns = setup.columns}).trainer;
      trainer->step(5);
      for (const std::size_t batch_size : {1, 10, 64, 83}) {
        CAPTURE(activation);
        CAPTURE(seed);
        CAPTURE(batch_size);
        setup.batch_size = batch_size;
        const auto seen = sign_agreement(*trainer, batch_size);
        const auto expected = by_training(setup, samples, trainer->parameters());
        REQUIRE(seen.size() == expected.size());
        for (std::size_t l = 0; l < seen.size(); ++l) {
          REQUIRE(seen[l].size() == expected[l].size());
          for (std::size_t u = 0; u < seen[l].size(); ++u) {
            // More than a block is added up in another order: a gradient next to 0 may change its sign.
            if (batch_size > 64) continue;
            CHECK(seen[l][u].agreement == doctest::Approx(expected[l][u].agreement).epsilon(1e-12));
            CHECK(seen[l][u].unanimous == doctest::Approx(expected[l][u].unanimous).epsilon(1e-12));
          }
        }
        if (batch_size == 83) {
          const auto all = sign_agreement(*trainer, 0);
          for (std::size_t l = 0; l < seen.size(); ++l)
            for (std::size_t u = 0; u < seen[l].size(); ++u)
              CHECK(all[l][u].agreement == seen[l][u].agreement);
        }
      }
    }
  }
}

TEST_CASE("an observation has the agreement of single samples") {
  const auto trainer = random_trainer("sigmoid", 7, 90);
  Observer observer(*trainer);
  const Observation& seen = observer.observe();
  const auto expected = sign_agreement(*trainer, 1);
  for (std::size_t l = 0; l < expected.size(); ++l)
    for (std::size_t u = 0; u < expected[l].size(); ++u)
      CHECK(seen.layers[l].units[u].sign_agreement ==
            doctest::Approx(expected[l][u].agreement).epsilon(1e-6));
}

/// TensorFlow Playground's circle: half of the points inside, half in a ring around it.
Samples circle(std::size_t count, std::uint64_t seed) {
  Random random(seed);
  Samples samples{.columns = 2, .inputs = std::vector<float>(2 * count)};
  for (std::size_t i = 0; i < count; ++i) {
    const bool inside = random.next() % 2 == 0;
    const double radius = inside ? 2.5 * random.uniform() : 3.5 + 1.5 * random.uniform();
    const double angle = 6.283185307179586 * random.uniform();
    samples.inputs[i] = static_cast<float>(radius * std::sin(angle));
    samples.inputs[count + i] = static_cast<float>(radius * std::cos(angle));
    samples.targets.push_back(inside ? 1.0f : 0.0f);
  }
  return samples;
}

/// Of the second layer's units that have gradients: the share of batches in which all have the same sign,
/// before training, over some seeds.
double unanimous_share(const char* activation, std::size_t batch_size) {
  double sum = 0, count = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Setup setup = make_setup({8, 8}, activation);
    setup.layers.back().activation = choose_activation("tanh");
    setup.loss = choose_loss("half_squared");
    for (LayerSetup& layer : setup.layers) layer.initializer = choose_initializer("uniform");
    setup.seed = seed;
    const auto trainer = Trainer::create(setup, circle(200, seed), no_samples()).trainer;
    const auto agreement = sign_agreement(*trainer, batch_size);
    for (const SignAgreement& unit : agreement[1]) {
      if (unit.agreement == 0) continue;
      sum += unit.unanimous;
      ++count;
    }
  }
  return sum / count;
}

TEST_CASE("the zigzag of inputs that are all positive, and how far batches dampen it") {
  CHECK(unanimous_share("sigmoid", 1) == 1);
  CHECK(unanimous_share("relu", 1) == 1);
  CHECK(unanimous_share("tanh", 1) < 0.15);
  // Batches of both classes help ReLU much and sigmoid little; all samples at once help nobody.
  CHECK(unanimous_share("sigmoid", 10) == doctest::Approx(0.85).epsilon(0.1));
  CHECK(unanimous_share("relu", 10) == doctest::Approx(0.4).epsilon(0.1));
  CHECK(unanimous_share("sigmoid", 0) > 0.95);
  CHECK(unanimous_share("relu", 0) == doctest::Approx(0.5).epsilon(0.1));
}

}  // namespace
}  // namespace lab::testing
