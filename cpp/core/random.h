#pragma once

#include <cstdint>

namespace lab {

/// Spreads a seed over 64 bits and goes on to the next one; neighbouring seeds give unrelated numbers
/// (Steele, Lea, Flood 2014, "Fast Splittable Pseudorandom Number Generators").
constexpr std::uint64_t split_mix_64(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/// PCG-XSH-RR 64/32 (O'Neill 2014, "PCG: A Family of Simple Fast Space-Efficient Statistically Good
/// Algorithms for Random Number Generation"): period 2^64, and 2^63 streams that do not overlap.
class Random {
 public:
  /// A start and a stream of its own for every seed.
  constexpr explicit Random(std::uint64_t seed = 0) {
    const std::uint64_t start = split_mix_64(seed);
    *this = Random(start, split_mix_64(seed));
  }

  /// As the reference implementation's `pcg32_srandom_r`.
  constexpr Random(std::uint64_t start, std::uint64_t stream) : state_(0), increment_(stream << 1 | 1) {
    next();
    state_ += start;
    next();
  }

  /// Any of 2^32 integers, each as likely.
  constexpr std::uint32_t next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005u + increment_;
    const auto mixed = static_cast<std::uint32_t>(((old >> 18) ^ old) >> 27);
    const auto rotation = static_cast<std::uint32_t>(old >> 59);
    return mixed >> rotation | mixed << (-rotation & 31);
  }

  /// A multiple of 2^-24 in [0, 1), each as likely.
  constexpr float uniform() { return static_cast<float>(next() >> 8) * 0x1p-24f; }

  /// The middle of one of 2^32 equal parts of (0, 1), each as likely: never 0 or 1.
  constexpr double open_uniform() { return (next() + 0.5) * 0x1p-32; }

 private:
  std::uint64_t state_;
  std::uint64_t increment_;
};

}  // namespace lab
