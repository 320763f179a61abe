#include "analysis/training/life_log.h"

namespace lab {

void LifeLog::clear() {
  lives_.clear();
}

/// What happened at `step` itself is about to be seen again.
void LifeLog::rewind(std::uint64_t step) {
  for (Life& life : lives_) {
    if (life.died_at && *life.died_at >= step) life.died_at.reset();
    if (life.revived_at && *life.revived_at >= step) life.revived_at.reset();
    life.was_dead = life.died_at && !life.revived_at;
  }
}

void LifeLog::record(Observation& observation) {
  std::size_t units = 0;
  for (const LayerObservation& layer : observation.layers) units += layer.units.size();
  if (units != lives_.size() || observation.step == 0) lives_.assign(units, {});
  if (observation.step < step_) rewind(observation.step);
  step_ = observation.step;

  auto life = lives_.begin();
  for (LayerObservation& layer : observation.layers) {
    for (UnitObservation& unit : layer.units) {
      if (unit.dead && !life->died_at) life->died_at = observation.step;
      if (!unit.dead && life->was_dead) life->revived_at = observation.step;
      life->was_dead = unit.dead;
      unit.died_at = life->died_at;
      unit.revived_at = life->revived_at;
      ++life;
    }
  }
}

}  // namespace lab
