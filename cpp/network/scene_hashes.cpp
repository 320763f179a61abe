#include "network/scene_hashes.h"

#include "core/random.h"
#include "network/initializers/registry.h"
#include "network/trainer.h"

namespace lab {

namespace {

constexpr std::size_t sample_count = 67;
constexpr std::size_t step_count = 120;

/// Points in a square; the target is a class, or for one class a smooth function.
Samples scene_samples(std::size_t columns, std::size_t classes) {
  Random random(11);
  Samples samples;
  samples.columns = columns;
  for (std::size_t i = 0; i < columns * sample_count; ++i) samples.inputs.push_back(4 * random.uniform() - 2);
  for (std::size_t i = 0; i < sample_count; ++i) {
    const float x = samples.inputs[i], y = samples.inputs[(columns - 1) * sample_count + i];
    samples.targets.push_back(classes == 1 ? 0.5f * x * y - 0.25f * y
                                           : static_cast<float>(random.next() % classes));
  }
  return samples;
}

class Scenes {
 public:
  void add(std::string name, const Setup& setup) {
    std::size_t classes = 1;
    if (setup.task == Task::binary) classes = 2;
    if (setup.task == Task::multi_class) classes = setup.classes;
    const TrainerCreation creation =
        Trainer::create(setup, scene_samples(setup.columns, classes), {.columns = setup.columns});
    if (!creation.trainer) return;
    creation.trainer->step(step_count);
    hashes_.push_back({"network." + std::move(name), creation.trainer->hash()});
  }

  [[nodiscard]] std::vector<SceneHash> take() { return std::move(hashes_); }

 private:
  std::vector<SceneHash> hashes_;
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

void add_optimizers(Scenes& scenes) {
  for (const OptimizerEntry* entry : optimizers()) {
    Setup setup = classifier();
    choose_optimizer(setup, entry->info.key);
    scenes.add("optimizer." + std::string(entry->info.key), setup);
  }
}

void add_losses(Scenes& scenes) {
  for (const LossEntry* entry : losses()) {
    Setup setup = entry->info.key == "softmax_cross_entropy" ? classifier() : make_setup({6}, "tanh");
    setup.seed = 2;
    setup.loss = choose_loss(entry->info.key);
    if (entry->loss.outputs == OutputRule::probabilities)
      setup.layers.back().activation = choose_activation("sigmoid");
    scenes.add("loss." + std::string(entry->info.key), setup);
  }
}

void add_initializers(Scenes& scenes) {
  for (const InitializerEntry* entry : initializers()) {
    Setup setup = make_setup({6, 7}, "relu");
    for (LayerSetup& layer : setup.layers) layer.initializer = choose_initializer(entry->info.key);
    scenes.add("initializer." + std::string(entry->info.key), setup);
  }
}

void add_layers(Scenes& scenes) {
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

void add_steps(Scenes& scenes) {
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

std::vector<SceneHash> scene_hashes() {
  Scenes scenes;
  add_optimizers(scenes);
  add_losses(scenes);
  add_initializers(scenes);
  add_layers(scenes);
  add_steps(scenes);
  return scenes.take();
}

}  // namespace lab
