#include "network/grid.h"

#include <algorithm>
#include <limits>

#include "network/grid_points.h"
#include "network/initial_parameters.h"
#include "network/input_features.h"
#include "network/lanes.h"

namespace lab {

namespace {

constexpr std::size_t floats_per_page = 4096 / sizeof(float);

/// Vector by vector: the C library of WebAssembly leaves long copies to JavaScript, which costs more than
/// these short ones themselves.
void copy_lanes(const float* from, std::size_t lanes, float* to) {
  LAB_ROLLED for (std::size_t lane = 0; lane < lanes; lane += 4) {
    store(to + lane, load(from + lane));
    asm volatile("" ::: "memory");
  }
}

}  // namespace

std::size_t plane_stride(std::size_t size) {
  const std::size_t floats = round_up_to_lanes(size * size);
  return floats % floats_per_page == 0 ? floats + 16 : floats;
}

Problems validate(const Grid& grid, std::size_t plane_count) {
  Problems problems;
  if (grid.size < 2 || grid.size > max_grid_size) {
    problems.push_back({ProblemCode::out_of_range, "size", 2, max_grid_size});
    return problems;
  }
  constexpr double largest = std::numeric_limits<float>::max();
  const auto check = [&](const char* name, double value, double minimum) {
    if (!(value >= minimum && value <= largest))
      problems.push_back({ProblemCode::out_of_range, name, minimum, largest});
  };
  check("x1Minimum", grid.x1_minimum, -largest);
  check("x1Maximum", grid.x1_maximum, grid.x1_minimum);
  check("x2Minimum", grid.x2_minimum, -largest);
  check("x2Maximum", grid.x2_maximum, grid.x2_minimum);
  const std::uint64_t bytes = std::uint64_t{plane_count} * plane_stride(grid.size) * sizeof(float);
  if (bytes > max_grid_bytes)
    problems.push_back(
        {ProblemCode::too_large, "size", static_cast<double>(bytes), static_cast<double>(max_grid_bytes)});
  return problems;
}

void evaluate_grid(const Trainer& trainer, const Grid& grid, std::span<float> planes,
                   std::size_t first_unit) {
  const Setup& setup = trainer.setup();
  const Network& network = trainer.network();
  Workspace& workspace = trainer.prediction_workspace();
  const std::size_t stride = plane_stride(grid.size);
  std::vector<float> inputs(network.input_width() * prediction_lanes);
  for (GridPoints points(setup, grid); points.next();) {
    const std::size_t count = points.count(), lanes = points.lanes();
    compute_inputs(setup, points.columns(), lanes, lanes, inputs.data());
    predict(network, trainer.padded_parameters(), {.inputs = inputs.data(), .samples = count, .lanes = lanes},
            workspace);
    for (std::size_t l = 0; l < network.layers().size(); ++l) {
      const LayerShape& layer = network.layers()[l];
      if (layer.first_unit < first_unit) continue;
      for (std::size_t unit = 0; unit < layer.units; ++unit)
        copy_lanes(workspace.layer(l).activation + unit * lanes, lanes,
                   planes.data() + (layer.first_unit - first_unit + unit) * stride + points.first());
    }
  }
}

}  // namespace lab
