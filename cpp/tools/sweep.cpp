// Measures the error of every kernel over the floats and compares it with the bound that its activation
// states.
//
// sweep [key ...] [--stride N] [--first-order] [--fast-reference]
//   --stride N        every N-th bit pattern (default 251); 1 is all of them
//   --first-order     f and f' only
//   --fast-reference  compare with the formula in the engine's double precision instead of the standard
//   library's;
//                     it is good to 2^-33.5 and some ten times faster
// Ends with 1 if a bound is broken.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "activations/registry.h"
#include "catalogue_types.h"
#include "core/bit_cast.h"
#include "support/reference_formulas.h"
#include "support/ulp.h"

namespace {

using namespace lab;

struct Options {
  std::vector<std::string_view> keys;
  std::uint64_t stride = 251;
  bool first_order = false;
  bool fast_reference = false;
};

constexpr int curves = 3;
constexpr const char* curve_names[curves] = {"f", "f'", "f''"};
using Exact = double (*)(double x, const float* parameters);

struct Worst {
  double ulp = 0;
  float ulp_at = 0;
  /// Largest deviation where the absolute bound had to be called on.
  double forgiven = 0;
  float forgiven_at = 0;
  bool broken = false;

  void merge(const Worst& other) {
    if (other.ulp > ulp) ulp = other.ulp, ulp_at = other.ulp_at;
    if (other.forgiven > forgiven) forgiven = other.forgiven, forgiven_at = other.forgiven_at;
    broken = broken || other.broken;
  }
};

struct Subject {
  const ActivationEntry& entry;
  const float* parameters;
  Exact exact[curves];
  ErrorBound bounds[curves];
};

/// Relative errors mean little around a zero crossing and where a tail dies out: only there may the absolute
/// bound replace them.
bool may_be_absolute(const ErrorBound& bound, Exact exact, double x, const float* parameters) {
  const double before = exact(0.4 * x, parameters), here = exact(x, parameters),
               after = exact(2.5 * x, parameters);
  return before * here <= 0 || here * after <= 0 || std::fabs(after) <= bound.absolute;
}

void inspect(const Subject& subject, int curve, float x, float result, Worst& worst) {
  const double exact = subject.exact[curve](x, subject.parameters);
  if (std::isnan(exact) && std::isnan(result)) return;
  // Correctly rounded: at most half a unit. Most are, and the exact number of units is slow to find out.
  if (worst.ulp >= 0.5 && result == static_cast<float>(exact)) return;
  const double ulp = testing::ulp_error(result, exact);
  const ErrorBound& bound = subject.bounds[curve];
  if (ulp > bound.ulp) {
    const double deviation = std::fabs(result - exact);
    if (deviation <= bound.absolute && may_be_absolute(bound, subject.exact[curve], x, subject.parameters)) {
      if (deviation > worst.forgiven) worst.forgiven = deviation, worst.forgiven_at = x;
      return;
    }
    worst.broken = true;
  }
  if (ulp > worst.ulp) worst.ulp = ulp, worst.ulp_at = x;
}

void sweep_part(const Subject& subject, const Options& options, std::atomic<std::uint64_t>& next,
                Worst* worst) {
  constexpr std::size_t block = 4096;
  const std::uint64_t patterns = ((std::uint64_t{1} << 32) + options.stride - 1) / options.stride;
  std::vector<float> x(block), results[curves];
  for (auto& result : results) result.resize(block);
  for (std::uint64_t first; (first = next.fetch_add(block)) < patterns;) {
    const std::size_t count = std::min<std::uint64_t>(block, patterns - first);
    for (std::size_t i = 0; i < count; ++i)
      x[i] = bit_cast<float>(static_cast<std::uint32_t>((first + i) * options.stride));
    const KernelArguments arguments{.x = x.data(),
                                    .count = count,
                                    .parameters = subject.parameters,
                                    .value = results[0].data(),
                                    .derivative = results[1].data(),
                                    .second_derivative = results[2].data()};
    subject.entry.kernels[static_cast<int>(Order::value_and_derivative)](arguments);
    if (!options.first_order) subject.entry.kernels[static_cast<int>(Order::second_derivative)](arguments);
    for (int curve = 0; curve < (options.first_order ? 2 : curves); ++curve)
      for (std::size_t i = 0; i < count; ++i) inspect(subject, curve, x[i], results[curve][i], worst[curve]);
  }
}

template <class A, Order order, int curve>
double in_engine_precision(double x, const float* parameters) {
  f64x2 results[2];
  formula<A, order>(x, parameters, results);
  return results[curve].lanes[0];
}

template <class A>
bool sweep(const Options& options) {
  if (!options.keys.empty() &&
      std::find(options.keys.begin(), options.keys.end(), A::info.key) == options.keys.end())
    return true;
  float parameters[max_parameters] = {};
  for (std::size_t i = 0; i < A::info.parameters.size(); ++i)
    parameters[i] = static_cast<float>(A::info.parameters[i].initial);
  const auto library = testing::reference_formulas<A>();
  Subject subject{
      .entry = *find_activation(A::info.key),
      .parameters = parameters,
      .exact = {library.value, library.derivative, library.second_derivative},
      .bounds = {A::info.accuracy.value, A::info.accuracy.derivative, A::info.accuracy.second_derivative}};
  if (options.fast_reference) {
    subject.exact[0] = in_engine_precision<A, Order::value, 0>;
    subject.exact[1] = in_engine_precision<A, Order::value_and_derivative, 1>;
    subject.exact[2] = in_engine_precision<A, Order::second_derivative, 0>;
  }

  std::atomic<std::uint64_t> next = 0;
  Worst parts[2][curves];
  std::thread helper([&] { sweep_part(subject, options, next, parts[1]); });
  sweep_part(subject, options, next, parts[0]);
  helper.join();

  bool all_kept = true;
  for (int curve = 0; curve < (options.first_order ? 2 : curves); ++curve) {
    Worst worst = parts[0][curve];
    worst.merge(parts[1][curve]);
    const ErrorBound& bound = subject.bounds[curve];
    std::printf("%-20.*s %-3s %9.4f of %5.2f ULP at %-15.9g", static_cast<int>(A::info.key.size()),
                A::info.key.data(), curve_names[curve], worst.ulp, bound.ulp,
                static_cast<double>(worst.ulp_at));
    if (bound.absolute > 0)
      std::printf(" %9.2e of %8.1e at %-15.9g", worst.forgiven, bound.absolute,
                  static_cast<double>(worst.forgiven_at));
    std::puts(worst.broken ? " BROKEN" : "");
    all_kept = all_kept && !worst.broken;
  }
  std::fflush(stdout);
  return all_kept;
}

template <std::size_t... index>
bool sweep_all(const Options& options, std::index_sequence<index...>) {
  return (static_cast<int>(sweep<std::tuple_element_t<index, ActivationTypes>>(options)) & ...) != 0;
}

}  // namespace

int main(int argument_count, char** arguments) {
  Options options;
  for (int i = 1; i < argument_count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--first-order") {
      options.first_order = true;
    } else if (argument == "--fast-reference") {
      options.fast_reference = true;
    } else if (argument == "--stride" && i + 1 < argument_count) {
      options.stride = std::strtoull(arguments[++i], nullptr, 10);
    } else {
      options.keys.push_back(argument);
    }
  }
  if (options.stride == 0) {
    std::fputs("sweep: --stride needs a positive number\n", stderr);
    return 2;
  }
  return sweep_all(options, std::make_index_sequence<std::tuple_size_v<ActivationTypes>>()) ? 0 : 1;
}
