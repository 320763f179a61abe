#include "analysis/training/confusion.h"

#include "network/decision.h"

namespace lab {

std::vector<std::uint32_t> confusion_matrix(const Trainer& trainer, Split split) {
  const Setup& setup = trainer.setup();
  if (setup.task == Task::regression || setup.task == Task::curve) return {};
  const std::size_t classes = setup.task == Task::binary ? 2 : setup.classes;
  std::vector<std::uint32_t> counts(classes * classes);
  const Samples& samples = trainer.samples(split);
  const std::vector<float> outputs = trainer.predict(samples.inputs);
  const Decision decide(setup);
  for (std::size_t s = 0; s < samples.size(); ++s)
    ++counts[static_cast<std::size_t>(samples.targets[s]) * classes +
             decide(outputs.data(), samples.size(), s)];
  return counts;
}

}  // namespace lab
