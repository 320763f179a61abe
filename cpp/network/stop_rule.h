#pragma once

#include <limits>
#include <optional>
#include <string_view>

#include "network/trainer.h"

namespace lab {

class JsonWriter;
class JsonValue;

/// The loss has stopped falling: for `epochs` epochs no evaluation was below `1 - tolerance` times the lowest
/// one before.
struct Plateau {
  /// 1 to max_stop_epochs.
  std::uint64_t epochs = 100;
  /// 0 to 0.9.
  double tolerance = 1e-4;

  friend bool operator==(const Plateau&, const Plateau&) = default;
};

/// When a run ends. It also ends where the training diverges. One of `max_epochs` and `max_steps` must be
/// there, so that every run ends.
struct StopRule {
  /// Of an evaluation, which takes place at the end of an epoch.
  std::optional<double> loss_below = {};
  std::optional<double> score_at_least = {};
  std::optional<Plateau> plateau = {};
  /// Since the reset; 1 to max_stop_epochs and 1 to max_seed.
  std::optional<std::uint64_t> max_epochs = {};
  std::optional<std::uint64_t> max_steps = {};
  /// What loss, score and plateau look at.
  Split split = Split::train;
  /// Epochs from one evaluation to the next, 1 to max_stop_epochs; the last epoch is evaluated in any case.
  std::uint64_t evaluation_interval = 1;

  friend bool operator==(const StopRule&, const StopRule&) = default;
};

inline constexpr std::uint64_t max_stop_epochs = 1'000'000'000;

/// In the order in which they are looked at: the first one that holds is given.
enum class StopReason { divergence, loss, score, plateau, epochs, steps };

/// How far a run has come. Of one trainer and one rule.
struct StopState {
  std::optional<StopReason> reason = {};
  double lowest_loss = std::numeric_limits<double>::infinity();
  /// When it was.
  std::uint64_t lowest_epoch = 0;

  friend bool operator==(const StopState&, const StopState&) = default;
};

Problems validate(const StopRule& rule);

/// Trains until the rule stops the run, but takes at most `max_steps` steps, and then goes on with the next
/// call: where and why a run ends does not depend on how it is cut. Nothing happens once there is a reason.
/// The rule must be valid.
std::optional<StopReason> run_until(Trainer& trainer, const StopRule& rule, StopState& state,
                                    std::uint64_t max_steps);

struct StopRuleReading {
  /// Meaningful only without problems.
  StopRule rule;
  Problems problems;
};

/// Reads a rule and validates it: `lossBelow`, `scoreAtLeast`, `plateau` with `epochs` and `tolerance`,
/// `maxEpochs`, `maxSteps`, `split` (`train` or `test`), `evaluationInterval`.
StopRuleReading read_stop_rule(std::string_view json);
StopRuleReading read_stop_rule(const JsonValue& json);

void write_stop_rule(JsonWriter& json, const StopRule& rule);

}  // namespace lab
