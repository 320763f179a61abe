#include "bindings/trainer_table.h"

#include <algorithm>
#include <utility>

namespace lab::bindings {

namespace {

std::uint64_t bytes_of(const Trainer& trainer) {
  return Trainer::bytes_needed(trainer.setup(), trainer.samples(Split::train), trainer.samples(Split::test));
}

}  // namespace

bool TrainerTable::reserve(Place& place, std::uint64_t bytes, Problems& problems, std::uint64_t freed) {
  const std::uint64_t needed = bytes_ - freed + bytes;
  if (needed > table_budget) {
    problems = {{ProblemCode::too_large, "", static_cast<double>(needed), static_cast<double>(table_budget)}};
    return false;
  }
  bytes_ = needed;
  place.bytes = place.bytes - freed + bytes;
  return true;
}

unsigned TrainerTable::add(TrainerCreation creation, Problems& problems) {
  problems = std::move(creation.problems);
  if (!creation.trainer) return 0;
  auto place = std::find_if(places_.begin(), places_.end(),
                            [](const Place& candidate) { return candidate.trainer == nullptr; });
  if (place == places_.end()) place = places_.emplace(places_.end());
  if (!reserve(*place, bytes_of(*creation.trainer), problems)) return 0;
  place->trainer = std::move(creation.trainer);
  return static_cast<unsigned>(place - places_.begin()) + 1;
}

Problems TrainerTable::set_samples(unsigned handle, Samples train, Samples test) {
  Place& place = places_[handle - 1];
  Trainer& trainer = *place.trainer;
  const std::uint64_t before = bytes_of(trainer);
  const std::uint64_t after = Trainer::bytes_needed(trainer.setup(), train, test);
  Problems problems;
  if (!reserve(place, after, problems, before)) return problems;
  problems = trainer.set_samples(std::move(train), std::move(test));
  if (!problems.empty()) reserve(place, before, problems, after);
  return problems;
}

Trainer* TrainerTable::find(unsigned handle) const {
  return handle - 1 < places_.size() ? places_[handle - 1].trainer.get() : nullptr;
}

Observer* TrainerTable::observer_of(unsigned handle, Problems& problems) {
  const Trainer* const trainer = find(handle);
  if (!trainer) return nullptr;
  Place& place = places_[handle - 1];
  if (!place.observer && reserve(place, Observer::bytes_needed(trainer->network()), problems))
    place.observer = std::make_unique<Observer>(*trainer);
  return place.observer.get();
}

void TrainerTable::remove(unsigned handle) {
  if (!find(handle)) return;
  Place& place = places_[handle - 1];
  bytes_ -= place.bytes;
  place.observer.reset();
  place = {};
}

}  // namespace lab::bindings
