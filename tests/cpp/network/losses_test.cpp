#include <doctest/doctest.h>

#include <cmath>

#include "core/random.h"
#include "network/losses/registry.h"

namespace lab {
namespace {

/// Outputs and targets of a batch that leaves padding in its last vector.
struct LossBatch {
  static constexpr std::size_t units = 3, samples = 10, lanes = 12;

  std::vector<float> outputs = std::vector<float>(units * lanes);
  std::vector<float> targets = std::vector<float>(units * lanes);
  std::array<double, max_choice_parameters> parameters{};

  explicit LossBatch(const LossEntry& entry) {
    Random random(3);
    for (std::size_t i = 0; i < entry.info.parameters.size(); ++i)
      parameters[i] = entry.info.parameters[i].initial;
    const bool probabilities = entry.loss.outputs == OutputRule::probabilities;
    for (float& output : outputs)
      output = probabilities ? 0.1f + 0.8f * random.uniform() : 6 * random.uniform() - 3;
    for (std::size_t sample = 0; sample < lanes; ++sample) {
      const std::size_t label = random.next() % units;
      for (std::size_t unit = 0; unit < units; ++unit)
        targets[unit * lanes + sample] = unit == label ? 1.0f : (entry.loss.signed_targets ? -1.0f : 0.0f);
    }
  }

  [[nodiscard]] LossArguments arguments() const {
    return {.outputs = outputs.data(),
            .targets = targets.data(),
            .units = units,
            .samples = samples,
            .lanes = lanes,
            .parameters = parameters.data()};
  }
};

TEST_CASE("each loss's gradient is the slope of its mean") {
  for (const LossEntry* entry : losses()) {
    CAPTURE(entry->info.key);
    LossBatch batch(*entry);
    std::vector<float> gradient(batch.outputs.size(), 7.0f);
    entry->gradient(batch.arguments(), gradient.data());
    for (std::size_t i = 0; i < batch.outputs.size(); ++i) {
      CAPTURE(i);
      if (i % LossBatch::lanes >= LossBatch::samples) {
        CHECK(gradient[i] == 0);
        continue;
      }
      const float middle = batch.outputs[i], step = 0x1p-10f;
      batch.outputs[i] = middle + step;
      const double above = entry->total(batch.arguments());
      batch.outputs[i] = middle - step;
      const double below = entry->total(batch.arguments());
      batch.outputs[i] = middle;
      const double slope = (above - below) / (2.0 * step) / LossBatch::samples;
      CHECK(gradient[i] == doctest::Approx(slope).epsilon(1e-3));
    }
  }
}

TEST_CASE("losses from logits stay finite") {
  const float huge[] = {1e30f, -1e30f, 0, 0}, targets[] = {0, 1, 0, 0};
  for (const char* key : {"bce_with_logits", "softmax_cross_entropy"}) {
    CAPTURE(key);
    const LossEntry& entry = *find_loss(key);
    const LossArguments arguments{
        .outputs = huge, .targets = targets, .units = 1, .samples = 2, .lanes = 4, .parameters = nullptr};
    float gradient[4];
    entry.gradient(arguments, gradient);
    for (const float number : gradient) CHECK(std::isfinite(number));
    CHECK(std::isfinite(entry.total(arguments)));
  }
}

TEST_CASE("BCE with logits keeps the digits of confident answers") {
  const LossEntry& entry = *find_loss("bce_with_logits");
  const float output[4] = {-20}, target[4] = {0};
  const double loss = entry.total(
      {.outputs = output, .targets = target, .units = 1, .samples = 1, .lanes = 4, .parameters = nullptr});
  CHECK(loss == doctest::Approx(std::log1p(std::exp(-20.0))).epsilon(1e-9));
}

TEST_CASE("naive BCE breaks where the probability is rounded") {
  const LossEntry& entry = *find_loss("naive_bce");
  const float output[4] = {1, 0, 0.5f, 0.5f}, target[4] = {0, 1, 0, 0};
  const LossArguments arguments{
      .outputs = output, .targets = target, .units = 1, .samples = 2, .lanes = 4, .parameters = nullptr};
  CHECK(std::isinf(entry.total(arguments)));
  float gradient[4];
  entry.gradient(arguments, gradient);
  CHECK_FALSE(std::isfinite(gradient[0]));
  CHECK_FALSE(std::isfinite(gradient[1]));
}

}  // namespace
}  // namespace lab
