#include "network/grid.h"

#include <algorithm>
#include <limits>

#include "network/initial_parameters.h"
#include "network/input_features.h"
#include "network/lanes.h"

namespace lab {

namespace {

constexpr std::size_t floats_per_page = 4096 / sizeof(float);

float coordinate(float first, float last, std::size_t index, std::size_t size) {
  const auto share = static_cast<double>(index) / static_cast<double>(size - 1);
  return static_cast<float>(first + (double{last} - double{first}) * share);
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
  const std::size_t bytes = plane_count * plane_stride(grid.size) * sizeof(float);
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
  const std::size_t points = grid.size * grid.size, stride = plane_stride(grid.size);

  std::vector<float> x1(grid.size), x2(grid.size);
  for (std::size_t i = 0; i < grid.size; ++i) {
    x1[i] = coordinate(grid.x1_minimum, grid.x1_maximum, i, grid.size);
    x2[i] = coordinate(grid.x2_maximum, grid.x2_minimum, i, grid.size);
  }
  std::vector<float> numbers(setup.columns * prediction_lanes),
      inputs(network.input_width() * prediction_lanes);
  std::vector<const float*> columns(setup.columns);
  for (std::size_t c = 0; c < setup.columns; ++c) columns[c] = &numbers[c * prediction_lanes];

  std::size_t row = 0, column = 0;
  for (std::size_t first = 0; first < points; first += prediction_lanes) {
    const std::size_t count = std::min(prediction_lanes, points - first), lanes = round_up_to_lanes(count);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      numbers[lane] = x1[column];
      if (setup.columns > 1) numbers[prediction_lanes + lane] = x2[row];
      if (lane + 1 >= count || ++column < grid.size) continue;
      column = 0;
      ++row;
    }
    if (++column == grid.size) {
      column = 0;
      ++row;
    }
    compute_inputs(setup, columns, lanes, lanes, inputs.data());
    predict(network, trainer.padded_parameters(), {.inputs = inputs.data(), .samples = count, .lanes = lanes},
            workspace);
    for (std::size_t l = 0; l < network.layers().size(); ++l) {
      const LayerShape& layer = network.layers()[l];
      if (layer.first_unit < first_unit) continue;
      for (std::size_t unit = 0; unit < layer.units; ++unit)
        std::copy_n(workspace.layer(l).activation + unit * lanes, count,
                    planes.data() + (layer.first_unit - first_unit + unit) * stride + first);
    }
  }
}

}  // namespace lab
