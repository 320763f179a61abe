#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "network/samples.h"
#include "network/setup.h"

namespace lab {

/// A short training run whose bits are promised.
struct Scene {
  /// Such as `network.optimizer.adam`.
  std::string name;
  Setup setup;
  /// Index in scene_data() of what it is trained on; there is no test data.
  std::size_t data;
};

/// Runs in which every loss, optimiser, initialiser, schedule, feature and kind of layer takes part.
std::vector<Scene> scenes();

/// Points in a square with a smooth function of them, with two, and with three classes.
std::vector<Samples> scene_data();

/// Every scene takes that many steps.
inline constexpr std::size_t scene_steps = 120;

/// All of it as JSON: the content of tests/golden/scenes.json, from which programs outside of the core run
/// the same scenes. Numbers of the data are written as in a trainer's document.
std::string describe_scenes();

}  // namespace lab
