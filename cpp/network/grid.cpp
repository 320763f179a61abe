#include "network/grid.h"

#include <algorithm>

#include "network/grid_points.h"
#include "network/initial_parameters.h"
#include "network/input_features.h"
#include "network/lanes.h"

namespace lab {

namespace {

constexpr std::size_t floats_per_page = 4096 / sizeof(float);

}  // namespace

std::size_t plane_stride(std::size_t size) {
  const std::size_t floats = round_up_to_lanes(size * size);
  return floats % floats_per_page == 0 ? floats + 16 : floats;
}

void evaluate_grid(const Trainer& trainer, const Grid& grid, std::span<float> planes) {
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
      for (std::size_t unit = 0; unit < layer.units; ++unit)
        std::copy_n(workspace.layer(l).activation + unit * lanes, count,
                    planes.data() + (layer.first_unit + unit) * stride + points.first());
    }
  }
}

}  // namespace lab
