#include "network/scene_hashes.h"

#include "network/scenes.h"
#include "network/trainer.h"

namespace lab {

std::vector<NamedHash> scene_hashes() {
  const std::vector<Samples> data = scene_data();
  std::vector<NamedHash> hashes;
  for (const Scene& scene : scenes()) {
    const Samples& train = data[scene.data];
    const TrainerCreation creation = Trainer::create(scene.setup, train, {.columns = train.columns});
    if (!creation.trainer) continue;
    creation.trainer->step(scene_steps);
    hashes.push_back({scene.name, creation.trainer->hash()});
  }
  return hashes;
}

}  // namespace lab
