#include "network/datasets/dataset_hashes.h"

#include "core/hash.h"
#include "network/datasets/data_setup.h"
#include "network/datasets/registry.h"

namespace lab {

std::vector<NamedHash> dataset_hashes() {
  std::vector<NamedHash> hashes;
  for (const DatasetEntry* entry : datasets()) {
    DataSetup data{.dataset = choose_dataset(entry->info.key), .samples = 203, .noise = 0.15, .seed = 7};
    if (entry->dataset.fewest_classes != entry->dataset.most_classes) data.classes = 5;
    const DataSplit split = generate(data);
    Hash hash;
    for (const Samples& samples : {split.train, split.test}) {
      for (const float input : samples.inputs) hash.add(input);
      for (const float target : samples.targets) hash.add(target);
    }
    hashes.push_back({"dataset." + std::string(entry->info.key), hash.value()});
  }
  return hashes;
}

}  // namespace lab
