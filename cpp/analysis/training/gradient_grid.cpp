#include "analysis/training/gradient_grid.h"

#include "analysis/training/inspection.h"
#include "network/grid_points.h"
#include "network/input_features.h"

namespace lab {

namespace {

/// The chain rule at each of some points: the sum over the inputs of gradient times slope.
void add_up_inputs(const float* gradient, const float* slopes, std::size_t inputs, std::size_t lanes,
                   std::size_t count, float* result) {
  for (std::size_t point = 0; point < count; ++point) {
    double sum = 0;
    for (std::size_t i = point; i < inputs * lanes; i += lanes)
      sum += double{gradient[i]} * double{slopes[i]};
    result[point] = static_cast<float>(sum);
  }
}

}  // namespace

void evaluate_gradient_grid(const Trainer& trainer, const Grid& grid, std::span<float> planes) {
  const Setup& setup = trainer.setup();
  const std::size_t width = trainer.network().input_width(), outputs = trainer.network().output_width();
  const std::size_t stride = plane_stride(grid.size);
  Inspection inspection(trainer);
  std::vector<float> by_x1(width * Inspection::block_size), by_x2(by_x1.size());
  for (GridPoints points(setup, grid); points.next();) {
    const std::size_t count = points.count(), lanes = points.lanes();
    compute_inputs(setup, points.columns(), lanes, lanes, inspection.inputs());
    compute_input_slopes(setup, points.columns(), lanes, lanes, by_x1.data(), by_x2.data());
    const Batch batch{.inputs = inspection.inputs(), .samples = count, .lanes = lanes};
    for (std::size_t output = 0; output < outputs; ++output) {
      // The slopes that a backward pass needs are gone after the one before it.
      inspection.run_forward(batch);
      inspection.differentiate_output(batch, output);
      float* const result = planes.data() + 2 * output * stride + points.first();
      add_up_inputs(inspection.input_gradient(), by_x1.data(), width, lanes, count, result);
      add_up_inputs(inspection.input_gradient(), by_x2.data(), width, lanes, count, result + stride);
    }
  }
}

}  // namespace lab
