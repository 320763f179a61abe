#pragma once

#include <string_view>

#include "network/problem.h"
#include "network/samples.h"
#include "network/setup.h"

namespace lab {

/// All that is wrong with a set-up; empty: a trainer can be made of it.
Problems validate(const Setup& setup);

/// Whether hyper-parameters fit the set-up's optimiser; paths as in the set-up.
Problems validate(const HyperParameters& hyper, const Setup& setup);

/// Whether these samples can be learned with the (valid) set-up. `name` begins each path.
Problems validate(const Samples& samples, const Setup& setup, std::string_view name);

/// Samples a split may have.
inline constexpr std::size_t max_samples = 1'000'000;
/// After so many wrong numbers the rest of the data is not looked at.
inline constexpr std::size_t max_data_problems = 10;

}  // namespace lab
