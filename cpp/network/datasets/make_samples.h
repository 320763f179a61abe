#pragma once

#include "network/datasets/sampling.h"

namespace lab {

template <PointDataset D>
Samples make_samples(const DatasetArguments& arguments) {
  const std::size_t size = arguments.samples;
  Samples samples{.columns = 2, .inputs = std::vector<float>(2 * size), .targets = std::vector<float>(size)};
  for (std::size_t i = 0; i < size; ++i) {
    const LabelledPoint point = D::point(arguments, i);
    samples.inputs[i] = static_cast<float>(point.x1);
    samples.inputs[size + i] = static_cast<float>(point.x2);
    samples.targets[i] = static_cast<float>(point.target);
  }
  return samples;
}

/// Uniform in x; the noise is normal and added to the value.
template <CurveDataset D>
Samples make_samples(const DatasetArguments& arguments) {
  Samples samples{.columns = 1};
  for (std::size_t i = 0; i < arguments.samples; ++i) {
    const double x = uniform(arguments.random, -D::info.extent, D::info.extent);
    const double noise = normal(arguments.noise_random, arguments.noise);
    samples.inputs.push_back(static_cast<float>(x));
    samples.targets.push_back(static_cast<float>(D::value(x, arguments.parameters) + noise));
  }
  return samples;
}

template <TableDataset D>
Samples make_samples(const DatasetArguments& arguments) {
  Samples samples{.columns = D::info.columns};
  for (std::size_t column = 0; column < D::info.columns; ++column) {
    const ColumnInfo& info = D::info.measured[D::info.image_width != 0 ? 0 : column];
    for (std::size_t row = 0; row < arguments.samples; ++row)
      samples.inputs.push_back(static_cast<float>((D::measured(row, column) - info.centre) / info.scale));
  }
  for (std::size_t row = 0; row < arguments.samples; ++row)
    samples.targets.push_back(static_cast<float>(D::label(row)));
  return samples;
}

}  // namespace lab
