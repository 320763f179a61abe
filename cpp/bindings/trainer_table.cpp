#include "bindings/trainer_table.h"

#include <algorithm>
#include <utility>

namespace lab::bindings {

unsigned TrainerTable::add(TrainerCreation creation, Problems& problems) {
  problems = std::move(creation.problems);
  if (!creation.trainer) return 0;
  const Trainer& trainer = *creation.trainer;
  const std::uint64_t bytes =
      Trainer::bytes_needed(trainer.setup(), trainer.samples(Split::train), trainer.samples(Split::test));
  if (bytes_ + bytes > table_budget) {
    problems = {
        {ProblemCode::too_large, "", static_cast<double>(bytes_ + bytes), static_cast<double>(table_budget)}};
    return 0;
  }
  auto place = std::find_if(places_.begin(), places_.end(),
                            [](const Place& candidate) { return candidate.trainer == nullptr; });
  if (place == places_.end()) place = places_.emplace(places_.end());
  *place = {.trainer = std::move(creation.trainer), .bytes = bytes};
  bytes_ += bytes;
  return static_cast<unsigned>(place - places_.begin()) + 1;
}

Trainer* TrainerTable::find(unsigned handle) const {
  return handle - 1 < places_.size() ? places_[handle - 1].trainer.get() : nullptr;
}

void TrainerTable::remove(unsigned handle) {
  if (find(handle) == nullptr) return;
  Place& place = places_[handle - 1];
  bytes_ -= place.bytes;
  place = {};
}

}  // namespace lab::bindings
