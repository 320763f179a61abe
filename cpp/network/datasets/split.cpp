#include "network/datasets/split.h"

#include <span>
#include <vector>

#include "core/shuffle.h"

namespace lab {

namespace {

Samples pick(const Samples& samples, std::span<const std::uint32_t> indices) {
  Samples picked{.columns = samples.columns};
  picked.inputs.reserve(samples.columns * indices.size());
  picked.targets.reserve(indices.size());
  for (std::size_t column = 0; column < samples.columns; ++column)
    for (const std::uint32_t index : indices)
      picked.inputs.push_back(samples.inputs[column * samples.size() + index]);
  for (const std::uint32_t index : indices) picked.targets.push_back(samples.targets[index]);
  return picked;
}

}  // namespace

DataSplit split_samples(const Samples& samples, double train_share, std::uint64_t seed) {
  std::vector<std::uint32_t> order(samples.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  Random random(seed);
  shuffle(std::span(order), random);
  const auto rounded = static_cast<std::size_t>(train_share * static_cast<double>(order.size()) + 0.5);
  const std::size_t count = rounded == 0 && !order.empty() ? 1 : rounded;
  const std::span<const std::uint32_t> indices = order;
  return {.train = pick(samples, indices.first(count)), .test = pick(samples, indices.subspan(count))};
}

}  // namespace lab
