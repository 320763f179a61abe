#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "network/float_text.h"
#include "network/grid.h"
#include "network/initial_parameters.h"
#include "network/labelled_points.h"
#include "network/lanes.h"
#include "network/optimizers/optimizer.h"
#include "network/schedule.h"
#include "network/tanh.h"

namespace lab::testing {
namespace {

TEST_CASE("schedules") {
  CHECK(schedule_factor({.kind = ScheduleKind::constant}, 99) == 1);
  const Schedule steps{.kind = ScheduleKind::step, .steps = 10, .factor = 0.5};
  CHECK(schedule_factor(steps, 9) == 1);
  CHECK(schedule_factor(steps, 10) == 0.5);
  CHECK(schedule_factor(steps, 29) == 0.25);
  const Schedule cosine{.kind = ScheduleKind::cosine, .steps = 100, .factor = 0.1};
  CHECK(schedule_factor(cosine, 0) == 1);
  CHECK(schedule_factor(cosine, 50) == doctest::Approx(0.55));
  CHECK(schedule_factor(cosine, 100) == 0.1);
  CHECK(schedule_factor(cosine, 1000) == 0.1);
  const Schedule warm_up{.kind = ScheduleKind::warm_up, .steps = 4, .factor = 0};
  CHECK(schedule_factor(warm_up, 0) == 0.25);
  CHECK(schedule_factor(warm_up, 3) == 1);
  CHECK(schedule_factor(warm_up, 4) == 1);
}

TEST_CASE("integer powers") {
  CHECK(integer_power(0.5, 0) == 1);
  CHECK(integer_power(0.5, 10) == 0x1p-10);
  CHECK(integer_power(0.999, 1000) == doctest::Approx(std::pow(0.999, 1000)).epsilon(1e-13));
}

TEST_CASE("floats survive as text") {
  const std::vector<float> numbers = {0.0f, -0.0f, 1.0f, 1e-45f, -std::numeric_limits<float>::infinity()};
  CHECK(to_hex(std::span(numbers).subspan(2, 1)) == "3f800000");
  const auto read = floats_from_hex(to_hex(numbers));
  REQUIRE(read);
  REQUIRE(read->size() == numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i)
    CHECK(to_hex(std::span(&(*read)[i], 1)) == to_hex(std::span(&numbers[i], 1)));
  CHECK(floats_from_hex("")->empty());
  CHECK_FALSE(floats_from_hex("3f80000"));
  CHECK_FALSE(floats_from_hex("3F800000"));
}

TEST_CASE("the network's tanh") {
  double worst = 0;
  for (double x = -12; x <= 12; x += 0x1p-10) {
    const float y = network::tanh(f32x4(x)).lanes[0];
    worst = std::max(worst, std::fabs(y - std::tanh(x)));
    CHECK(std::fabs(y) <= 1);
    CHECK(network::tanh(f32x4(-x)).lanes[0] == -y);
  }
  CHECK(worst < 4.1e-7);
  CHECK(network::tanh(f32x4(std::numeric_limits<float>::infinity())).lanes[0] == 1);
  CHECK(std::isnan(network::tanh(f32x4(std::numeric_limits<float>::quiet_NaN())).lanes[0]));
  CHECK(network::tanh(f32x4(1e-30f)).lanes[0] == 1e-30f);
}

TEST_CASE("horizontal sums") {
  const f32x4 a = f32x4::Native{1, 2, 3, 4}, b = f32x4::Native{5, 6, 7, 8},
              c = f32x4::Native{0.1f, 0.2f, 0.3f, 0.4f}, d = f32x4::Native{-1, 1, -1, 1};
  const f32x4 sums = horizontal_sums(a, b, c, d);
  CHECK(sums.lanes[0] == horizontal_sum(a));
  CHECK(sums.lanes[1] == horizontal_sum(b));
  CHECK(sums.lanes[2] == horizontal_sum(c));
  CHECK(sums.lanes[3] == horizontal_sum(d));
  CHECK(sums.lanes[0] == 10);
}

/// Row u of the first layer's weights.
std::vector<float> weights_of(const Trainer& trainer, std::size_t unit) {
  const LayerShape& layer = trainer.network().layers()[0];
  const float* const row = trainer.padded_parameters() + layer.weights + unit * layer.row_stride;
  return {row, row + layer.inputs};
}

TEST_CASE("orthogonal weights are orthogonal, times the gain") {
  Setup setup = make_setup({2}, "tanh");
  setup.features = {Feature::x1, Feature::x2, Feature::x1_x2, Feature::sin_x1, Feature::cos_x2};
  setup.layers[0].initializer = choose_initializer("orthogonal");
  setup.layers[0].gain = 1.5;
  const auto trainer = make_trainer(setup);
  const auto dot = [&](std::size_t a, std::size_t b) {
    double sum = 0;
    for (std::size_t i = 0; i < 5; ++i)
      sum += double{weights_of(*trainer, a)[i]} * double{weights_of(*trainer, b)[i]};
    return sum;
  };
  CHECK(dot(0, 0) == doctest::Approx(2.25));
  CHECK(dot(1, 1) == doctest::Approx(2.25));
  CHECK(std::fabs(dot(0, 1)) < 1e-6);
}

TEST_CASE("LSUV gives every layer unit variance") {
  Setup setup = make_setup({20, 20, 20}, "tanh");
  for (LayerSetup& layer : setup.layers) layer.initializer = choose_initializer("lsuv");
  const auto trainer = make_trainer(setup, 64);
  const Network& network = trainer->network();
  Arena counter;
  Workspace(network, 64, Purpose::inspection, counter);
  Arena arena(counter.used() + 1000);
  Workspace workspace(network, 64, Purpose::inspection, arena);
  std::vector<float> running(network.parameter_floats());
  run_forward(network, trainer->padded_parameters(), running.data(),
              {.inputs = trainer->table(Split::train).inputs(), .samples = 64, .lanes = 64}, workspace);
  for (std::size_t l = 0; l < network.layers().size(); ++l) {
    double sum = 0, squares = 0;
    const std::size_t count = network.layers()[l].units * 64;
    for (std::size_t i = 0; i < count; ++i) {
      const double z = workspace.layer(l).pre_activation[i];
      sum += z;
      squares += z * z;
    }
    const double mean = sum / static_cast<double>(count);
    CHECK(squares / static_cast<double>(count) - mean * mean == doctest::Approx(1).epsilon(1e-4));
  }
}

TEST_CASE("layers keep their first weights when others change") {
  Setup setup = make_setup({4, 4}, "tanh");
  const auto before = make_trainer(setup);
  setup.layers[1].initializer = choose_initializer("kaiming_normal");
  setup.layers[1].activation = choose_activation("relu");
  const auto after = make_trainer(setup);
  for (std::size_t unit = 0; unit < 4; ++unit) CHECK(weights_of(*before, unit) == weights_of(*after, unit));
  CHECK(before->hash() != after->hash());
}

TEST_CASE("an inspection shows the numbers of a training step") {
  for (const char* activation : {"relu", "tanh", "sigmoid", "gelu", "prelu"}) {
    CAPTURE(activation);
    Setup setup = make_setup({5, 4}, activation);
    setup.batch_size = 0;
    setup.shuffle = false;
    const auto trainer = make_trainer(setup, 40);
    const Network& network = trainer->network();
    const std::vector<float> parameters(trainer->padded_parameters(),
                                        trainer->padded_parameters() + network.parameter_floats());
    trainer->step();

    Arena counter;
    Workspace(network, 40, Purpose::inspection, counter);
    Arena arena(counter.used());
    Workspace workspace(network, 40, Purpose::inspection, arena);
    std::vector<float> running(network.parameter_floats()), gradient(network.parameter_floats());
    const Batch batch{.inputs = trainer->table(Split::train).inputs(), .samples = 40, .lanes = 40};
    run_forward(network, parameters.data(), running.data(), batch, workspace);
    find_loss(setup.loss.key)
        ->gradient({.outputs = workspace.output().activation,
                    .targets = trainer->table(Split::train).targets(),
                    .units = 1,
                    .samples = 40,
                    .lanes = 40,
                    .parameters = setup.loss.parameters.data()},
                   loss_gradient(workspace));
    run_backward(network, parameters.data(), batch, workspace, gradient.data());
    for (std::size_t l = 0; l < network.layers().size(); ++l) {
      const std::size_t count = network.layers()[l].units * 40;
      const std::vector<float> seen(workspace.layer(l).delta, workspace.layer(l).delta + count);
      const std::vector<float> used(trainer->last_pass().layer(l).delta,
                                    trainer->last_pass().layer(l).delta + count);
      CHECK(seen == used);
    }
    std::vector<float> learned;
    visit_learned(network, [&](std::size_t offset, std::size_t count) {
      learned.insert(learned.end(), gradient.begin() + static_cast<std::ptrdiff_t>(offset),
                     gradient.begin() + static_cast<std::ptrdiff_t>(offset + count));
    });
    CHECK(learned == trainer->gradient());
  }
}

TEST_CASE("a grid holds every unit at every point") {
  for (const std::size_t size : {std::size_t{2}, std::size_t{9}, std::size_t{32}, std::size_t{50}}) {
    Setup setup = make_setup({3, 2}, "tanh");
    setup.features = {Feature::x1, Feature::x2, Feature::sin_x2};
    const auto trainer = make_trainer(setup);
    const Grid grid{.size = size, .x1_minimum = -1, .x1_maximum = 2, .x2_minimum = -3, .x2_maximum = 1};
    const std::size_t stride = plane_stride(size);
    CHECK(stride * sizeof(float) % 4096 != 0);
    std::vector<float> planes(6 * stride, 99.0f);
    evaluate_grid(*trainer, grid, planes);
    std::vector<float> inputs;
    for (std::size_t i = 0; i < size * size; ++i)
      inputs.push_back(
          static_cast<float>(-1 + 3 * static_cast<double>(i % size) / static_cast<double>(size - 1)));
    for (std::size_t i = 0; i < size * size; ++i)
      inputs.push_back(
          static_cast<float>(1 - 4 * static_cast<double>(i / size) / static_cast<double>(size - 1)));
    const std::vector<float> expected = trainer->predict(inputs);
    for (std::size_t i = 0; i < size * size; ++i) CHECK(planes[5 * stride + i] == expected[i]);
    for (std::size_t unit = 0; unit < 5; ++unit)
      for (std::size_t i = 0; i < size * size; ++i) CHECK(std::fabs(planes[unit * stride + i]) <= 1);
    std::vector<float> last_layers(3 * stride, 99.0f);
    evaluate_grid(*trainer, grid, last_layers, 3);
    for (std::size_t i = 0; i < 3; ++i)
      for (std::size_t point = 0; point < size * size; ++point)
        CHECK(last_layers[i * stride + point] == planes[(3 + i) * stride + point]);
  }
}

TEST_CASE("grids that make no sense, or would need too much memory, are refused") {
  CHECK(validate(Grid{}, 25).empty());
  CHECK(validate(Grid{.size = 1024}, 15).empty());
  constexpr double largest = std::numeric_limits<float>::max();
  CHECK(validate(Grid{.size = 1}, 1) == Problems{{ProblemCode::out_of_range, "size", 2, max_grid_size}});
  CHECK(validate(Grid{.size = 1025}, 1) == Problems{{ProblemCode::out_of_range, "size", 2, max_grid_size}});
  CHECK(validate(Grid{.x1_minimum = 3, .x1_maximum = 2}, 1) ==
        Problems{{ProblemCode::out_of_range, "x1Maximum", 3, largest}});
  CHECK(validate(Grid{.x2_minimum = std::numeric_limits<float>::quiet_NaN()}, 1)[0] ==
        Problem{ProblemCode::out_of_range, "x2Minimum", -largest, largest});
  const Problems too_large = validate(Grid{.size = 1024}, 16);
  REQUIRE(too_large.size() == 1);
  CHECK(too_large[0].code == ProblemCode::too_large);
  CHECK(too_large[0].minimum == 16.0 * 4 * static_cast<double>(plane_stride(1024)));
  CHECK(too_large[0].maximum == max_grid_bytes);
  CHECK(validate(Grid{.size = 1024}, max_layers * max_width).size() == 1);
}

TEST_CASE("trainers come and go") {
  const Setup setup = make_setup({4, 2}, "tanh");
  const std::uint64_t expected = [&] {
    const auto trainer = make_trainer(setup);
    trainer->step(3);
    return trainer->hash();
  }();
  for (int i = 0; i < 300; ++i) {
    const auto trainer = make_trainer(setup);
    trainer->step(3);
    CHECK(trainer->hash() == expected);
  }
}

}  // namespace
}  // namespace lab::testing
