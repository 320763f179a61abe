#include "analysis/training/sign_agreement.h"

#include <algorithm>

#include "analysis/training/inspection.h"

namespace lab {

namespace {

/// Of the gradients by the weights of one unit, those that are not 0.
struct Signs {
  std::size_t positive = 0;
  std::size_t negative = 0;

  [[nodiscard]] std::size_t count() const { return positive + negative; }
  [[nodiscard]] std::size_t difference() const {
    return positive > negative ? positive - negative : negative - positive;
  }
};

Signs signs_of(const float* gradient, std::size_t count) {
  Signs signs;
  for (std::size_t i = 0; i < count; ++i) {
    signs.positive += gradient[i] > 0;
    signs.negative += gradient[i] < 0;
  }
  return signs;
}

/// The gradient of the mean loss of some training samples, like the trainer's padded parameters.
void differentiate(Inspection& inspection, std::size_t first, std::size_t count,
                   std::vector<float>& gradient) {
  std::fill(gradient.begin(), gradient.end(), 0.0f);
  for (std::size_t done = 0; done < count; done += Inspection::block_size) {
    const std::size_t size = std::min(Inspection::block_size, count - done);
    const Batch block = inspection.load_samples(Split::train, first + done, size);
    inspection.run_forward(block);
    inspection.run_backward(block, static_cast<float>(size) / static_cast<float>(count));
    inspection.differentiate_weights(block);
    for (std::size_t i = 0; i < gradient.size(); ++i) gradient[i] += inspection.gradient()[i];
  }
}

}  // namespace

std::vector<std::vector<SignAgreement>> sign_agreement(const Trainer& trainer, std::size_t batch_size) {
  const auto layers = trainer.network().layers();
  const std::size_t size = trainer.table(Split::train).size();
  if (batch_size == 0) batch_size = size;
  Inspection inspection(trainer);
  std::vector<float> gradient(trainer.network().parameter_floats());
  std::vector<std::vector<SignAgreement>> result;
  for (const LayerShape& layer : layers) result.emplace_back(layer.units);
  std::vector<std::size_t> batches(trainer.network().unit_count());

  for (std::size_t first = 0; first < size; first += batch_size) {
    differentiate(inspection, first, std::min(batch_size, size - first), gradient);
    for (std::size_t l = 0; l < layers.size(); ++l) {
      for (std::size_t unit = 0; unit < layers[l].units; ++unit) {
        const Signs signs =
            signs_of(&gradient[layers[l].weights + unit * layers[l].row_stride], layers[l].inputs);
        if (signs.count() == 0) continue;
        ++batches[layers[l].first_unit + unit];
        result[l][unit].agreement +=
            static_cast<double>(signs.difference()) / static_cast<double>(signs.count());
        result[l][unit].unanimous += signs.difference() == signs.count() ? 1 : 0;
      }
    }
  }
  for (std::size_t l = 0; l < layers.size(); ++l) {
    for (std::size_t unit = 0; unit < layers[l].units; ++unit) {
      const std::size_t count = batches[layers[l].first_unit + unit];
      if (count == 0) continue;
      result[l][unit].agreement /= static_cast<double>(count);
      result[l][unit].unanimous /= static_cast<double>(count);
    }
  }
  return result;
}

}  // namespace lab
