#include <doctest/doctest.h>

#include "network/setup_json.h"
#include "network/validate.h"

namespace lab {
namespace {

Setup elaborate_setup() {
  Setup setup = make_setup({3, 4, 4}, "elu");
  setup.layers[0].activation.parameters[0] = 0.1;
  setup.layers[1].normalization = Normalization::batch;
  setup.layers[2].residual = true;
  setup.layers[2].bias = false;
  setup.layers[2].initializer = choose_initializer("constant");
  setup.layers[2].initializer.parameters[0] = 0.3;
  setup.layers[2].gain = 1.5;
  setup.features = {Feature::x1, Feature::cos_x2};
  setup.loss = choose_loss("huber");
  setup.target_coding = TargetCoding::minus_one_one;
  choose_optimizer(setup, "adamw");
  setup.hyper.optimizer[1] = 0.98;
  setup.hyper.schedule = {.kind = ScheduleKind::cosine, .steps = 500, .factor = 0.05};
  setup.hyper.clip_norm = 2;
  setup.hyper.l1 = 0.001;
  setup.leftover = Leftover::drop;
  setup.shuffle = false;
  setup.seed = max_seed;
  return setup;
}

TEST_CASE("a set-up is read back as it was written") {
  for (const Setup& setup : {make_setup({4, 2}, "tanh"), elaborate_setup()}) {
    CHECK(validate(setup).empty());
    const SetupReading reading = read_setup(to_json(setup));
    CHECK(reading.problems.empty());
    CHECK(reading.setup == setup);
  }
}

TEST_CASE("what is left out has its default, and what is unknown is ignored") {
  const SetupReading reading = read_setup(
      R"({"layers": [{"activation": "relu"}, {"width": 1, "activation": "identity"}], "colour": 7})");
  REQUIRE(reading.problems.empty());
  CHECK(reading.setup.layers[0].width == 4);
  CHECK(reading.setup.layers[0].activation.key == "relu");
  CHECK(reading.setup.optimizer == "sgd");
}

TEST_CASE("a choice brings its own defaults") {
  const SetupReading reading =
      read_setup(R"({"layers": [{"width": 1, "activation": "identity"}], "optimizer": "adam"})");
  REQUIRE(reading.problems.empty());
  CHECK(reading.setup.hyper.learning_rate == 0.001);
  CHECK(reading.setup.hyper.optimizer[1] == 0.999);
}

/// The only problem of a set-up that is `{"layers": [one logit], ...}`.
Problem problem_of(const std::string& members) {
  const Problems problems = read_setup("{" + members + "}").problems;
  REQUIRE_MESSAGE(problems.size() == 1, members);
  return problems[0];
}

constexpr const char* logit = R"("layers":[{"width":1,"activation":"identity"}])";

TEST_CASE("what is wrong is named with its limits") {
  const auto with_logit = [](const std::string& member) {
    return problem_of(std::string(logit) + "," + member);
  };
  CHECK(problem_of("") == Problem{ProblemCode::missing, "layers"});
  CHECK(read_setup("{").problems.at(0) == Problem{ProblemCode::syntax, "", 1});
  CHECK(read_setup("7").problems.at(0) == Problem{ProblemCode::wrong_type, ""});
  CHECK(problem_of(R"("layers":[])") == Problem{ProblemCode::out_of_range, "layers", 1, max_layers});
  CHECK(problem_of(R"("layers":[3])") == Problem{ProblemCode::wrong_type, "layers[0]"});
  CHECK(problem_of(R"("layers":[{"width":300},{"width":1,"activation":"identity"}])") ==
        Problem{ProblemCode::out_of_range, "layers[0].width", 1, max_width});
  CHECK(problem_of(R"("layers":[{"width":1.5},{"width":1,"activation":"identity"}])").path ==
        "layers[0].width");
  CHECK(problem_of(R"("layers":[{"activation":"magic"},{"width":1,"activation":"identity"}])") ==
        Problem{ProblemCode::unknown, "layers[0].activation"});
  CHECK(
      problem_of(
          R"("layers":[{"activation":"elu","activationParameters":{"alpha":1e9}},{"width":1,"activation":"identity"}])")
          .path == "layers[0].activationParameters.alpha");
  CHECK(problem_of(R"("layers":[{"residual":true},{"width":1,"activation":"identity"}])") ==
        Problem{ProblemCode::incompatible, "layers[0].residual"});
  CHECK(problem_of(R"("layers":[{"width":2,"activation":"identity"}])") ==
        Problem{ProblemCode::incompatible, "layers[0].width", 0, 1});
  CHECK(problem_of(R"("layers":[{"width":1,"activation":"tanh"}])") ==
        Problem{ProblemCode::incompatible, "layers[0].activation"});
  CHECK(problem_of(R"("layers":[{"width":1,"activation":"tanh"}],"loss":"naive_bce")").path ==
        "layers[0].activation");
  CHECK(problem_of(R"("layers":[{"width":1,"activation":"identity","normalization":"batch"}],"batchSize":1)")
            .path == "layers[0].normalization");
  CHECK(with_logit(R"("version":2)") == Problem{ProblemCode::version, "version", 1, 1});
  CHECK(with_logit(R"("task":"dance")") == Problem{ProblemCode::unknown, "task"});
  CHECK(with_logit(R"("task":5)") == Problem{ProblemCode::wrong_type, "task"});
  CHECK(with_logit(R"("loss":"softmax_cross_entropy")") == Problem{ProblemCode::incompatible, "loss"});
  CHECK(with_logit(R"("optimizerParameters":{"beta7":1})") ==
        Problem{ProblemCode::unknown, "optimizerParameters.beta7"});
  CHECK(with_logit(R"("loss":"magic")") == Problem{ProblemCode::unknown, "loss"});
  CHECK(with_logit(R"("optimizer":"magic")") == Problem{ProblemCode::unknown, "optimizer"});
  CHECK(with_logit(R"("optimizer":"adam","optimizerParameters":{"beta1":1})").path ==
        "optimizerParameters.beta1");
  CHECK(with_logit(R"("learningRate":-1)").path == "learningRate");
  CHECK(with_logit(R"("schedule":{"steps":0})").path == "schedule.steps");
  CHECK(with_logit(R"("batchSize":5000)") ==
        Problem{ProblemCode::out_of_range, "batchSize", 0, max_batch_size});
  CHECK(with_logit(R"("features":["x3"])") == Problem{ProblemCode::unknown, "features[0]"});
  CHECK(with_logit(R"("columns":1,"features":["x1","x1_x2"])") ==
        Problem{ProblemCode::incompatible, "features[1]"});
  CHECK(with_logit(R"("seed":-1)").path == "seed");
  CHECK(with_logit(R"("seed":9007199254740992)").path == "seed");
}

TEST_CASE("hyper-parameters are read by themselves") {
  const Setup setup = elaborate_setup();
  const HyperParametersReading reading =
      read_hyper_parameters(R"({"learningRate":0.5,"schedule":{"steps":9}})", setup);
  CHECK(reading.problems.empty());
  CHECK(reading.hyper.learning_rate == 0.5);
  CHECK(reading.hyper.schedule.steps == 9);
  CHECK(reading.hyper.optimizer == setup.hyper.optimizer);
  CHECK(read_hyper_parameters(R"({"l1":-1})", setup).problems.at(0).path == "l1");
}

}  // namespace
}  // namespace lab
