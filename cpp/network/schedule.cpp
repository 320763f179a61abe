#include "network/schedule.h"

#include "math/scalar.h"
#include "network/optimizers/optimizer.h"

namespace lab {

double schedule_factor(const Schedule& schedule, std::uint64_t step) {
  constexpr double pi = 0x1.921fb54442d18p+1;
  switch (schedule.kind) {
    case ScheduleKind::constant:
      return 1;
    case ScheduleKind::step:
      return integer_power(schedule.factor, step / schedule.steps);
    case ScheduleKind::cosine: {
      if (step >= schedule.steps) return schedule.factor;
      const double angle = pi * static_cast<double>(step) / static_cast<double>(schedule.steps);
      return schedule.factor + (1 - schedule.factor) * (0.5 * (1 + cos(f64(angle)).value));
    }
    case ScheduleKind::warm_up:
      return step >= schedule.steps ? 1 : static_cast<double>(step + 1) / static_cast<double>(schedule.steps);
  }
  return 1;
}

}  // namespace lab
