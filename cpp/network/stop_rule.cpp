#include "network/stop_rule.h"

#include <algorithm>

#include "core/json_writer.h"
#include "network/fields.h"

namespace lab {

namespace {

constexpr Word<Split> split_words[] = {{Split::train, "train"}, {Split::test, "test"}};

constexpr double largest = std::numeric_limits<double>::max();
constexpr auto most_epochs = static_cast<double>(max_stop_epochs);
constexpr double largest_tolerance = 0.9;

/// `name` must not be there, or its value be within the limits.
template <class Number>
void check_range(const char* name, const std::optional<Number>& value, double minimum, double maximum,
                 Problems& problems) {
  if (!value) return;
  const auto number = static_cast<double>(*value);
  if (!(number >= minimum && number <= maximum))
    problems.push_back({ProblemCode::out_of_range, name, minimum, maximum});
}

template <class Number>
void read_optional(const Fields& fields, std::string_view name, std::optional<Number>& target) {
  if (!fields.find(name, JsonValue::Type::number)) return;
  Number number{};
  fields.read(name, number);
  target = number;
}

void read_into(const Fields& fields, StopRule& rule) {
  read_optional(fields, "lossBelow", rule.loss_below);
  read_optional(fields, "scoreAtLeast", rule.score_at_least);
  if (const JsonValue* const object = fields.find("plateau", JsonValue::Type::object)) {
    const Fields members(*object, fields.path() + "plateau.", fields.problems());
    rule.plateau.emplace();
    members.read("epochs", rule.plateau->epochs);
    members.read("tolerance", rule.plateau->tolerance);
  }
  read_optional(fields, "maxEpochs", rule.max_epochs);
  read_optional(fields, "maxSteps", rule.max_steps);
  fields.read("split", rule.split, split_words);
  fields.read("evaluationInterval", rule.evaluation_interval);
}

/// What the evaluation at the end of an epoch says.
std::optional<StopReason> judge(const Trainer& trainer, const StopRule& rule, StopState& state) {
  const Evaluation evaluation = trainer.evaluate(rule.split);
  if (rule.loss_below && evaluation.loss < *rule.loss_below) return StopReason::loss;
  if (rule.score_at_least && evaluation.score >= *rule.score_at_least) return StopReason::score;
  if (!rule.plateau) return std::nullopt;
  if (evaluation.loss < state.lowest_loss * (1 - rule.plateau->tolerance)) {
    state.lowest_loss = evaluation.loss;
    state.lowest_epoch = trainer.epochs();
    return std::nullopt;
  }
  if (trainer.epochs() - state.lowest_epoch >= rule.plateau->epochs) return StopReason::plateau;
  return std::nullopt;
}

std::optional<StopReason> find_reason(const Trainer& trainer, const StopRule& rule, bool epoch_ended,
                                      StopState& state) {
  if (trainer.divergence()) return StopReason::divergence;
  const bool is_last = rule.max_epochs && trainer.epochs() >= *rule.max_epochs;
  const bool evaluates = rule.loss_below || rule.score_at_least || rule.plateau;
  if (evaluates && epoch_ended && (is_last || trainer.epochs() % rule.evaluation_interval == 0))
    if (const auto reason = judge(trainer, rule, state)) return reason;
  if (is_last) return StopReason::epochs;
  if (rule.max_steps && trainer.steps() >= *rule.max_steps) return StopReason::steps;
  return std::nullopt;
}

}  // namespace

Problems validate(const StopRule& rule) {
  Problems problems;
  check_range("lossBelow", rule.loss_below, 0, largest, problems);
  check_range("scoreAtLeast", rule.score_at_least, -largest, 1, problems);
  if (rule.plateau) {
    check_range("plateau.epochs", std::optional(rule.plateau->epochs), 1, most_epochs, problems);
    check_range("plateau.tolerance", std::optional(rule.plateau->tolerance), 0, largest_tolerance, problems);
  }
  check_range("maxEpochs", rule.max_epochs, 1, most_epochs, problems);
  check_range("maxSteps", rule.max_steps, 1, static_cast<double>(max_seed), problems);
  check_range("evaluationInterval", std::optional(rule.evaluation_interval), 1, most_epochs, problems);
  if (!rule.max_epochs && !rule.max_steps) problems.push_back({ProblemCode::missing, "maxEpochs"});
  return problems;
}

std::optional<StopReason> run_until(Trainer& trainer, const StopRule& rule, StopState& state,
                                    std::uint64_t max_steps) {
  if (!state.reason) state.reason = find_reason(trainer, rule, false, state);
  while (!state.reason && max_steps != 0) {
    std::uint64_t count = std::min(max_steps, trainer.steps_to_epoch_end());
    if (rule.max_steps) count = std::min(count, *rule.max_steps - trainer.steps());
    const std::uint64_t epochs = trainer.epochs();
    trainer.step(count);
    max_steps -= count;
    state.reason = find_reason(trainer, rule, trainer.epochs() != epochs, state);
  }
  return state.reason;
}

StopRuleReading read_stop_rule(const JsonValue& json) {
  StopRuleReading reading;
  if (json.type() != JsonValue::Type::object) {
    reading.problems.push_back({ProblemCode::wrong_type, ""});
    return reading;
  }
  read_into(Fields(json, "", reading.problems), reading.rule);
  if (reading.problems.empty()) reading.problems = validate(reading.rule);
  return reading;
}

StopRuleReading read_stop_rule(std::string_view json) {
  const JsonReading document = read_json(json);
  if (document.value) return read_stop_rule(*document.value);
  return {.rule = {}, .problems = {{ProblemCode::syntax, "", static_cast<double>(document.error_offset)}}};
}

void write_stop_rule(JsonWriter& json, const StopRule& rule) {
  json.begin_object();
  if (rule.loss_below) json.key("lossBelow").number(*rule.loss_below);
  if (rule.score_at_least) json.key("scoreAtLeast").number(*rule.score_at_least);
  if (rule.plateau) {
    json.key("plateau").begin_object();
    json.key("epochs").number(static_cast<double>(rule.plateau->epochs));
    json.key("tolerance").number(rule.plateau->tolerance);
    json.end_object();
  }
  if (rule.max_epochs) json.key("maxEpochs").number(static_cast<double>(*rule.max_epochs));
  if (rule.max_steps) json.key("maxSteps").number(static_cast<double>(*rule.max_steps));
  json.key("split").text(word_of(rule.split, split_words));
  json.key("evaluationInterval").number(static_cast<double>(rule.evaluation_interval));
  json.end_object();
}

}  // namespace lab
