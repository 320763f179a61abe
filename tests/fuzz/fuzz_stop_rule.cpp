// A rule that is accepted survives being written and read, and a run goes on or has ended, never both.
#include <cstdint>

#include "core/json_writer.h"
#include "network/stop_rule.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const lab::StopRuleReading reading =
      lab::read_stop_rule(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!reading.problems.empty()) return 0;
  lab::JsonWriter json;
  lab::write_stop_rule(json, reading.rule);
  const lab::StopRuleReading again = lab::read_stop_rule(json.str());
  if (!again.problems.empty() || !(again.rule == reading.rule)) __builtin_trap();

  const lab::Samples samples{.columns = 1, .inputs = {0.5f, -0.5f, 0.25f}, .targets = {0, 1, 1}};
  lab::Setup setup = lab::make_setup({2}, "tanh");
  setup.columns = 1;
  const lab::TrainerCreation creation = lab::Trainer::create(setup, samples, samples);
  lab::StopState state;
  const auto reason = lab::run_until(*creation.trainer, reading.rule, state, 20);
  if (reason != state.reason || (!reason && creation.trainer->steps() != 20)) __builtin_trap();
  return 0;
}
