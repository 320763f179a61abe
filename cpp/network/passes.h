#pragma once

#include "network/workspace.h"

namespace lab {

/// The samples of one pass: inputs[input * lanes + sample]. `lanes` is a multiple of four, at least `samples`
/// and at most the workspace's; the padding repeats real samples, so that it is finite where they are.
struct Batch {
  const float* inputs;
  std::size_t samples;
  std::size_t lanes;
};

/// Every layer's activation; batch normalisation by the running statistics.
void predict(const Network& network, const float* parameters, const Batch& batch, Workspace& workspace);

/// One layer of it, after those before it; the inputs of the batch matter to the first one only.
void predict_layer(const Network& network, std::size_t layer, const float* parameters, const Batch& batch,
                   Workspace& workspace);

/// What run_forward does if some layer is not plain.
void run_layers(const float* parameters, float* running, const Batch& batch, const Workspace& workspace);

/// Every layer's activation and slope; batch normalisation by the batch's own statistics, whose running means
/// are written to `running`, an array like `parameters` of which only they are touched.
inline void run_forward(const Network& network, const float* parameters, float* running, const Batch& batch,
                        Workspace& workspace) {
  workspace.set_lanes(batch.lanes);
  if (network.is_plain())
    workspace.kernels().forward(workspace.first_call(), workspace.end_of_calls(), parameters, batch.inputs);
  else
    run_layers(parameters, running, batch, workspace);
}

/// After run_forward: from the gradient of the loss by the outputs, which is in `upstream` of the last layer,
/// to the gradient by everything that is learned, in an array like `parameters`, and each layer's delta.
void run_backward(const Network& network, const float* parameters, const Batch& batch, Workspace& workspace,
                  float* gradient);

/// The same for a network of plain layers, taking a step of plain gradient descent at once. False if a number
/// is not finite afterwards, or nearly so.
inline bool run_descent(const Batch& batch, const Workspace& workspace, const WeightUpdate& update) {
  return workspace.kernels().backward(workspace.first_call(), workspace.end_of_calls(), update.before,
                                      batch.inputs, update);
}

/// Where the gradient of the loss by the outputs goes before run_backward.
inline float* loss_gradient(const Workspace& workspace) {
  return workspace.output_gradient();
}

}  // namespace lab
