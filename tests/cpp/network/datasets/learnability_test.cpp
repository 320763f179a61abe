// The data sets are worth a lesson: a network that should learn one does, and one that cannot does not.
#include <doctest/doctest.h>

#include "network/datasets/data_setup.h"
#include "network/datasets/registry.h"
#include "network/trainer.h"

namespace lab {
namespace {

struct Lesson {
  const char* dataset;
  std::vector<std::size_t> hidden;
  const char* activation;
  const char* optimizer;
  double learning_rate;
  std::uint64_t epochs;
  std::size_t classes = 2;
  std::size_t samples = 500;
};

/// The score on the test data, or, where there are none, on the training data; the worst of three seeds.
double worst_score(const Lesson& lesson) {
  double worst = 1;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const DataSetup data{.dataset = choose_dataset(lesson.dataset),
                         .samples = lesson.samples,
                         .classes = lesson.classes,
                         .seed = seed};
    const DatasetInfo& info = find_dataset(lesson.dataset)->dataset;
    Setup setup = make_setup({}, "tanh");
    setup.layers.clear();
    for (const std::size_t width : lesson.hidden)
      setup.layers.push_back(make_layer(width, lesson.activation));
    setup.layers.push_back(make_layer(1, "identity"));
    setup.task = info.tasks[0];
    setup.columns = info.columns;
    if (class_count(data) == 0) setup.loss = choose_loss("mse");
    if (class_count(data) > 2) {
      setup.task = Task::multi_class;
      setup.classes = setup.layers.back().width = class_count(data);
      setup.loss = choose_loss("softmax_cross_entropy");
    }
    choose_optimizer(setup, lesson.optimizer);
    setup.hyper.learning_rate = lesson.learning_rate;
    setup.seed = seed;
    DataSplit split = generate(data);
    const bool has_test = split.test.size() != 0;
    const TrainerCreation creation = Trainer::create(setup, std::move(split.train), std::move(split.test));
    REQUIRE(creation.trainer);
    creation.trainer->run_epochs(lesson.epochs);
    worst = std::min(worst, creation.trainer->evaluate(has_test ? Split::test : Split::train).score);
  }
  return worst;
}

TEST_CASE("small networks learn the data sets") {
  CHECK(worst_score({"gaussians", {}, "tanh", "sgd", 0.03, 20}) > 0.98);
  CHECK(worst_score({"circle", {4}, "tanh", "sgd", 0.03, 150}) > 0.95);
  CHECK(worst_score({"xor", {8}, "relu", "sgd", 0.03, 100}) > 0.97);
  CHECK(worst_score({"xor_points", {4}, "tanh", "sgd", 0.03, 1000}) == 1);
  CHECK(worst_score({"moons", {8}, "tanh", "sgd", 0.03, 200}) > 0.97);
  CHECK(worst_score({"two_spirals", {16, 16}, "tanh", "adam", 0.01, 300}) > 0.93);
  CHECK(worst_score({"spirals", {16, 16}, "tanh", "adam", 0.01, 150, 3}) > 0.95);
  CHECK(worst_score({"rings", {16}, "tanh", "adam", 0.01, 100, 3}) > 0.95);
  CHECK(worst_score({"blobs", {}, "tanh", "sgd", 0.03, 50, 5}) > 0.97);
  CHECK(worst_score({"checkerboard", {24, 24}, "tanh", "adam", 0.01, 100, 2, 2000}) > 0.85);
  CHECK(worst_score({"formula", {16}, "tanh", "adam", 0.02, 100}) > 0.93);
  CHECK(worst_score({"iris", {8}, "tanh", "sgd", 0.03, 100}) > 0.9);
  CHECK(worst_score({"digits", {32}, "relu", "sgd", 0.03, 40}) > 0.88);
  CHECK(worst_score({"plane", {}, "tanh", "sgd", 0.03, 20}) > 0.999);
  CHECK(worst_score({"gaussian_hills", {16, 8}, "tanh", "adam", 0.01, 100, 2, 2000}) > 0.8);
  for (const char* curve : {"sine", "absolute", "step", "cubic", "sinc"})
    CHECK(worst_score({curve, {16}, "tanh", "adam", 0.01, 300, 2, 200}) > 0.85);
}

TEST_CASE("without a hidden layer they do not, but for those a line can part") {
  for (const char* dataset : {"circle", "xor", "xor_points", "two_spirals", "rings", "checkerboard"})
    CHECK(worst_score({dataset, {}, "tanh", "sgd", 0.03, 50}) < 0.8);
  for (const char* dataset : {"gaussian_hills", "sine", "absolute", "cubic", "sinc"})
    CHECK(worst_score({dataset, {}, "tanh", "sgd", 0.003, 50}) < 0.5);
}

}  // namespace
}  // namespace lab
