// Prints nanoseconds per value of f, f with f', and f'' for every activation, on an array that stays in the
// cache. `benchmark_kernels [key ...]` restricts it to some activations.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <span>
#include <vector>

#include "activations/registry.h"

namespace {

constexpr std::size_t count = 8192;
constexpr int rounds = 40;

double nanoseconds_per_value(lab::Kernel kernel, const lab::KernelArguments& arguments) {
  using Clock = std::chrono::steady_clock;
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    int repetitions = 0;
    const auto start = Clock::now();
    std::chrono::duration<double, std::nano> elapsed{};
    do {
      for (int i = 0; i < 8; ++i) kernel(arguments);
      repetitions += 8;
      elapsed = Clock::now() - start;
    } while (elapsed.count() < 1e6);
    best = std::min(best, elapsed.count() / repetitions / static_cast<double>(count));
  }
  return best;
}

}  // namespace

int main(int argument_count, char** arguments) {
  const std::span<char*> keys(arguments + 1, static_cast<std::size_t>(argument_count - 1));
  std::vector<float> storage(4 * count);
  float* const x = storage.data();
  float* const value = x + count;
  float* const derivative = value + count;
  float* const second = derivative + count;
  for (std::size_t i = 0; i < count; ++i)
    x[i] = -8.0f + 16.0f * static_cast<float>(i * 2654435761u % count) / static_cast<float>(count);
  std::printf("%-20s %8s %8s %6s %8s\n", "ns per value", "f", "f, f'", "ratio", "f''");
  for (const lab::ActivationEntry* entry : lab::activations()) {
    if (!keys.empty() &&
        std::none_of(keys.begin(), keys.end(), [&](const char* key) { return entry->info.key == key; }))
      continue;
    float parameters[lab::max_parameters] = {};
    for (std::size_t i = 0; i < entry->info.parameters.size(); ++i)
      parameters[i] = static_cast<float>(entry->info.parameters[i].initial);
    const lab::KernelArguments kernel_arguments{.x = x,
                                                .count = count,
                                                .parameters = parameters,
                                                .value = value,
                                                .derivative = derivative,
                                                .second_derivative = second};
    double times[3];
    for (int order = 0; order < 3; ++order)
      times[order] = nanoseconds_per_value(entry->kernels[order], kernel_arguments);
    std::printf("%-20.*s %8.3f %8.3f %6.2f %8.3f\n", static_cast<int>(entry->info.key.size()),
                entry->info.key.data(), times[0], times[1], times[1] / times[0], times[2]);
  }
}
