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

/// Every layer's activation, and in a workspace for inspection its slope too; batch normalisation by the
/// running statistics.
void predict(const Network& network, const float* parameters, const Batch& batch, Workspace& workspace);

/// One layer of it, after those before it; the inputs of the batch matter to the first one only.
void predict_layer(const Network& network, std::size_t layer, const float* parameters, const Batch& batch,
                   Workspace& workspace);

/// Every layer's activation and slope; batch normalisation by the batch's own statistics, whose running means
/// are written to `running`, an array like `parameters` of which only they are touched.
void run_forward(const Network& network, const float* parameters, float* running, const Batch& batch,
                 Workspace& workspace);

/// After run_forward: from the gradient of the loss by the outputs, which is in `upstream` of the last layer,
/// to the gradient by everything that is learned, in an array like `parameters`, and each layer's delta.
void run_backward(const Network& network, const float* parameters, const Batch& batch, Workspace& workspace,
                  float* gradient);

/// From the gradient of whatever by the outputs to each layer's delta and the gradient by the inputs, after
/// `predict` in a workspace for inspection. Gradients by scales, shifts and learned slopes arise on the way
/// and go to an array like `parameters`; for the others there is differentiate_weights.
void differentiate_prediction(const Network& network, const float* parameters, const Batch& batch,
                              Workspace& workspace, float* gradient);

/// From the deltas of a backward pass to the gradient by weights and biases.
void differentiate_weights(const Batch& batch, const Workspace& workspace, float* gradient);

/// As run_backward, for a network of plain layers, taking a step of plain gradient descent at once. Whether
/// all numbers are finite afterwards.
bool run_descent(const Batch& batch, Workspace& workspace, const Descent& descent);

/// Where the gradient of the loss by the outputs goes before a backward pass.
float* loss_gradient(const Workspace& workspace);

}  // namespace lab
