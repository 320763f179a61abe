#pragma once

#include "activations/activation.h"

namespace lab::dataset {

/// Where TensorFlow Playground, and with it the geometry and the noise of its data sets, was published.
inline constexpr Paper playground_paper{.authors = "Smilkov, Carter, Sculley, Viégas, Wattenberg",
                                        .year = 2017,
                                        .title = "Direct-Manipulation Visualization of Deep Networks",
                                        .url = "https://arxiv.org/abs/1708.03788"};

}  // namespace lab::dataset
