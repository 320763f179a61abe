#include "network/scenes.h"

#include <utility>

#include "core/random.h"
#include "network/initializers/registry.h"
#include "network/losses/registry.h"
#include "network/optimizers/registry.h"

namespace lab {

namespace {

constexpr std::size_t sample_count = 67;

Samples make_samples(std::uint32_t classes) {
  Random random(11);
  Samples samples;
  samples.columns = 2;
  for (std::size_t i = 0; i < 2 * sample_count; ++i) samples.inputs.push_back(4 * random.uniform() - 2);
  for (std::size_t i = 0; i < sample_count; ++i) {
    const float x = samples.inputs[i], y = samples.inputs[sample_count + i];
    samples.targets.push_back(classes == 1 ? 0.5f * x * y - 0.25f * y
                                           : static_cast<float>(random.next() % classes));
  }
  return samples;
}

class SceneList {
 public:
  void add(std::string name, const Setup& setup) {
    std::size_t data = 0;
    if (setup.task == Task::binary) data = 1;
    if (setup.task == Task::multi_class) data = 2;
    scenes_.push_back({.name = "network." + std::move(name), .setup = setup, .data = data});
  }

  [[nodiscard]] std::vector<Scene> take() { return std::move(scenes_); }

 private:
  std::vector<Scene> scenes_;
};

Setup classifier() {
  Setup setup = make_setup({8, 8}, "tanh");
  setup.task = Task::multi_class;
  setup.layers.back().width = setup.classes;
  setup.loss = choose_loss("softmax_cross_entropy");
  return setup;
}

Setup regression(const char* activation) {
  Setup setup = make_setup({7, 5}, activation);
  setup.task = Task::regression;
  setup.loss = choose_loss("mse");
  setup.hyper.learning_rate = 0.01;
  return setup;
}

void add_optimizers(SceneList& scenes) {
  for (const OptimizerEntry* entry : optimizers()) {
    Setup setup = classifier();
    choose_optimizer(setup, entry->info.key);
    scenes.add("optimizer." + std::string(entry->info.key), setup);
  }
}

void add_losses(SceneList& scenes) {
  for (const LossEntry* entry : losses()) {
    Setup setup = entry->info.key == "softmax_cross_entropy" ? classifier() : make_setup({6}, "tanh");
    setup.seed = 2;
    setup.loss = choose_loss(entry->info.key);
    if (entry->loss.outputs == OutputRule::probabilities)
      setup.layers.back().activation = choose_activation("sigmoid");
    scenes.add("loss." + std::string(entry->info.key), setup);
  }
}

void add_initializers(SceneList& scenes) {
  for (const InitializerEntry* entry : initializers()) {
    Setup setup = make_setup({6, 7}, "relu");
    for (LayerSetup& layer : setup.layers) layer.initializer = choose_initializer(entry->info.key);
    scenes.add("initializer." + std::string(entry->info.key), setup);
  }
}

void add_layers(SceneList& scenes) {
  for (const char* activation : {"tanh", "relu", "sigmoid", "gelu", "silu", "mish", "elu", "prelu", "sine"})
    scenes.add("activation." + std::string(activation), regression(activation));
  Setup setup = regression("tanh");
  setup.layers[0].normalization = Normalization::batch;
  setup.layers[1].normalization = Normalization::layer;
  scenes.add("normalization", setup);
  setup = make_setup({6, 6, 6}, "gelu");
  setup.layers[1].residual = setup.layers[2].residual = true;
  setup.layers[1].bias = false;
  scenes.add("residual", setup);
  setup = make_setup({5}, "tanh");
  setup.features = {Feature::x1,         Feature::x2,     Feature::x1_squared,
                    Feature::x2_squared, Feature::x1_x2,  Feature::sin_x1,
                    Feature::sin_x2,     Feature::cos_x1, Feature::cos_x2};
  scenes.add("features", setup);
}

void add_steps(SceneList& scenes) {
  const struct {
    const char* name;
    ScheduleKind kind;
  } schedules[] = {
      {"step", ScheduleKind::step}, {"cosine", ScheduleKind::cosine}, {"warm_up", ScheduleKind::warm_up}};
  for (const auto& schedule : schedules) {
    Setup setup = classifier();
    setup.hyper.schedule = {.kind = schedule.kind, .steps = 50, .factor = 0.3};
    scenes.add("schedule." + std::string(schedule.name), setup);
  }
  Setup setup = classifier();
  setup.hyper.l1 = 0.001;
  setup.hyper.l2 = 0.01;
  setup.hyper.clip_norm = 0.1;
  scenes.add("penalties", setup);
  for (const std::size_t size :
       {std::size_t{1}, std::size_t{7}, std::size_t{12}, std::size_t{30}, std::size_t{0}}) {
    setup = regression("tanh");
    setup.batch_size = size;
    scenes.add("batch." + std::to_string(size), setup);
  }
}

}  // namespace

std::vector<Samples> scene_data() {
  return {make_samples(1), make_samples(2), make_samples(3)};
}

std::vector<Scene> scenes() {
  SceneList scenes;
  add_optimizers(scenes);
  add_losses(scenes);
  add_initializers(scenes);
  add_layers(scenes);
  add_steps(scenes);
  return scenes.take();
}

}  // namespace lab
