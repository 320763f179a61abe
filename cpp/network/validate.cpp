#include "network/validate.h"

#include <limits>
#include <string>

#include "network/checker.h"
#include "network/initializers/registry.h"
#include "network/layer_activation.h"
#include "network/losses/registry.h"
#include "network/optimizers/registry.h"

namespace lab {

namespace {

constexpr double max_learning_rate = 1000;
constexpr double max_steps = 1e9;

std::size_t output_width(const Setup& setup) {
  return setup.task == Task::multi_class ? setup.classes : 1;
}

void check_output(const Setup& setup, const LossEntry& loss, Problems& problems) {
  const std::size_t last = setup.layers.size() - 1;
  const LayerSetup& output = setup.layers[last];
  const Checker layer(problems, "layers[" + std::to_string(last) + "].");
  layer.expect(output.width == output_width(setup), "width", static_cast<double>(output_width(setup)));
  if (!find_layer_activation(output.activation.key)) return;
  if (loss.loss.outputs == OutputRule::logits)
    layer.expect(output.activation.key == "identity", "activation");
  if (loss.loss.outputs == OutputRule::probabilities) {
    const Range range = range_of(output.activation);
    layer.expect(range.lower >= 0 && range.upper <= 1 && !output.residual, "activation");
  }
}

void check_layer(const Setup& setup, std::size_t index, Problems& problems) {
  const LayerSetup& layer = setup.layers[index];
  const Checker check(problems, "layers[" + std::to_string(index) + "].");
  check.range("width", layer.width, 1, max_width);
  if (const LayerActivation* const entry = find_layer_activation(layer.activation.key))
    check.parameters("activationParameters", entry->info.parameters, layer.activation.parameters);
  else
    check.add(ProblemCode::unknown, "activation");
  if (const InitializerEntry* const entry = find_initializer(layer.initializer.key))
    check.parameters("initializerParameters", entry->info.parameters, layer.initializer.parameters);
  else
    check.add(ProblemCode::unknown, "initializer");
  check.range("gain", layer.gain, 0, 100);
  const std::size_t inputs = index == 0 ? input_width(setup) : setup.layers[index - 1].width;
  if (layer.residual) check.expect(layer.width == inputs, "residual");
  if (layer.normalization == Normalization::batch) check.expect(setup.batch_size != 1, "normalization");
}

bool uses_second_column(Feature feature) {
  return feature == Feature::x2 || feature == Feature::x2_squared || feature == Feature::x1_x2 ||
         feature == Feature::sin_x2 || feature == Feature::cos_x2;
}

void check_features(const Setup& setup, const Checker& check) {
  if (setup.features.size() > max_columns) check.add(ProblemCode::out_of_range, "features", 0, max_columns);
  for (std::size_t i = 0; i < setup.features.size(); ++i)
    check.expect(setup.columns > 1 || !uses_second_column(setup.features[i]),
                 ("features[" + std::to_string(i) + "]").c_str());
}

}  // namespace

Problems validate(const HyperParameters& hyper, const Setup& setup) {
  Problems problems;
  const Checker check(problems, "");
  check.range("learningRate", hyper.learning_rate, 0, max_learning_rate);
  if (const OptimizerEntry* const entry = find_optimizer(setup.optimizer))
    check.parameters("optimizerParameters", entry->info.parameters, hyper.optimizer);
  check.range("schedule.steps", static_cast<double>(hyper.schedule.steps), 1, max_steps);
  check.range("schedule.factor", hyper.schedule.factor, 0, 1);
  check.range("clipNorm", hyper.clip_norm, 0, 1e9);
  check.range("l1", hyper.l1, 0, 100);
  check.range("l2", hyper.l2, 0, 100);
  return problems;
}

Problems validate(const Setup& setup) {
  Problems problems = validate(setup.hyper, setup);
  const Checker check(problems, "");
  check.range("classes", setup.classes, 2, max_classes);
  check.range("columns", setup.columns, 1, max_columns);
  check_features(setup, check);
  if (setup.task == Task::curve) check.expect(setup.columns == 1, "columns", 1);
  check.range("layers", setup.layers.size(), 1, max_layers);
  check.range("batchSize", setup.batch_size, 0, max_batch_size);
  check.range("seed", static_cast<double>(setup.seed), 0, static_cast<double>(max_seed));
  check.range("shuffleSeed", static_cast<double>(setup.shuffle_seed), 0, static_cast<double>(max_seed));
  if (!find_optimizer(setup.optimizer)) check.add(ProblemCode::unknown, "optimizer");

  const LossEntry* const loss = find_loss(setup.loss.key);
  if (!loss) {
    check.add(ProblemCode::unknown, "loss");
  } else {
    check.parameters("lossParameters", loss->info.parameters, setup.loss.parameters);
    bool fits = false;
    for (const Task task : loss->loss.tasks) fits = fits || task == setup.task;
    check.expect(fits, "loss");
  }
  if (setup.layers.empty() || setup.layers.size() > max_layers) return problems;
  for (std::size_t i = 0; i < setup.layers.size(); ++i) check_layer(setup, i, problems);
  if (loss) check_output(setup, *loss, problems);
  return problems;
}

Problems validate(const Samples& samples, const Setup& setup, std::string_view name) {
  Problems problems;
  const Checker check(problems, std::string(name));
  if (samples.columns != setup.columns) {
    check.add(ProblemCode::incompatible, ".columns", 0, static_cast<double>(setup.columns));
    return problems;
  }
  if (samples.size() > max_samples) check.add(ProblemCode::out_of_range, ".targets", 0, max_samples);
  if (samples.inputs.size() != samples.columns * samples.size()) {
    check.add(ProblemCode::incompatible, ".inputs", 0, static_cast<double>(samples.columns * samples.size()));
    return problems;
  }
  constexpr double largest = std::numeric_limits<float>::max();
  for (std::size_t i = 0; i < samples.inputs.size() && problems.size() < max_data_problems; ++i)
    check.range((".inputs[" + std::to_string(i) + "]").c_str(), samples.inputs[i], -largest, largest);
  const bool classes = setup.task == Task::binary || setup.task == Task::multi_class;
  const auto count = static_cast<double>(setup.task == Task::binary ? 2 : setup.classes);
  for (std::size_t i = 0; i < samples.size() && problems.size() < max_data_problems; ++i) {
    const double target = samples.targets[i];
    const std::string path = ".targets[" + std::to_string(i) + "]";
    if (!classes)
      check.range(path.c_str(), target, -largest, largest);
    else if (!(target >= 0 && target < count && target == static_cast<int>(target)))
      check.add(ProblemCode::out_of_range, path, 0, count - 1);
  }
  return problems;
}

}  // namespace lab
