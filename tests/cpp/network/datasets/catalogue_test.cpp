#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "dataset_types.h"
#include "network/datasets/data_setup.h"
#include "network/datasets/dataset_hashes.h"
#include "network/datasets/registry.h"
#include "network/trainer.h"

namespace lab {
namespace {

DataSetup data_of(const DatasetEntry& entry) {
  DataSetup data{.dataset = choose_dataset(entry.info.key), .samples = 101};
  data.classes = entry.dataset.fewest_classes;
  return data;
}

/// What a data set can be asked for: the default, and everything it has a choice of.
std::vector<DataSetup> choices_of(const DatasetEntry& entry) {
  std::vector<DataSetup> choices;
  for (std::size_t classes = entry.dataset.fewest_classes; classes <= entry.dataset.most_classes; ++classes) {
    for (const double noise : {0.0, 0.5, 1.0}) {
      for (const std::size_t samples : {10u, 11u, 500u}) {
        choices.push_back(data_of(entry));
        choices.back().classes = classes;
        choices.back().noise = noise;
        choices.back().samples = samples;
      }
    }
  }
  for (std::size_t i = 0; i < entry.info.parameters.size(); ++i) {
    const ParameterInfo& parameter = entry.info.parameters[i];
    for (const double value : {parameter.minimum, parameter.maximum}) {
      choices.push_back(data_of(entry));
      choices.back().dataset.parameters[i] = value;
    }
  }
  return choices;
}

/// All samples, those for training first.
std::vector<std::vector<float>> rows_of(const DataSplit& split) {
  std::vector<std::vector<float>> rows;
  for (const Samples& samples : {split.train, split.test}) {
    for (std::size_t s = 0; s < samples.size(); ++s) {
      rows.push_back({samples.targets[s]});
      for (std::size_t c = 0; c < samples.columns; ++c)
        rows.back().push_back(samples.inputs[c * samples.size() + s]);
    }
  }
  return rows;
}

TEST_CASE("every data set says what it is") {
  CHECK(datasets().size() == std::tuple_size_v<DatasetTypes>);
  CHECK(datasets().size() == 20);
  std::string_view last;
  for (const DatasetEntry* entry : datasets()) {
    const DatasetInfo& info = entry->dataset;
    CAPTURE(entry->info.key);
    CHECK(entry->info.key > last);
    last = entry->info.key;
    CHECK(!entry->info.name.empty());
    CHECK(!entry->info.name_zh.empty());
    CHECK(!info.tasks.empty());
    CHECK(info.columns >= 1);
    CHECK(info.columns <= max_columns);
    CHECK(info.extent > 0);
    for (const ParameterInfo& parameter : entry->info.parameters) {
      CHECK(parameter.initial >= parameter.minimum);
      CHECK(parameter.initial <= parameter.maximum);
    }
    const bool classifies = info.most_classes != 0;
    CHECK(info.fewest_classes <= info.most_classes);
    CHECK(info.most_classes <= max_classes);
    CHECK((info.class_names.empty() || info.class_names.size() == info.most_classes));
    for (const Task task : info.tasks)
      CHECK((task == Task::binary || task == Task::multi_class) == classifies);
    if (info.measured.empty()) continue;
    CHECK(info.measured.size() == (info.image_width != 0 ? 1 : info.columns));
    CHECK(info.columns == (info.image_width != 0 ? info.image_width * info.image_width : info.columns));
    CHECK(info.fixed_size != 0);
    CHECK(!info.licence.empty());
    CHECK(!entry->info.paper.url.empty());
  }
  CHECK(find_dataset("moons")->info.key == "moons");
  CHECK(!find_dataset("magic"));
}

TEST_CASE("whatever may be asked for is given: sizes, classes, finite numbers of the usual order") {
  for (const DatasetEntry* entry : datasets()) {
    const DatasetInfo& info = entry->dataset;
    for (const DataSetup& data : choices_of(*entry)) {
      CAPTURE(entry->info.key);
      CAPTURE(data.classes);
      CAPTURE(data.noise);
      CAPTURE(data.samples);
      REQUIRE(validate(data).empty());
      const DataSplit split = generate(data);
      REQUIRE(split.train.columns == info.columns);
      REQUIRE(split.test.columns == info.columns);
      REQUIRE(split.train.inputs.size() == info.columns * split.train.size());
      REQUIRE(split.test.inputs.size() == info.columns * split.test.size());
      REQUIRE(split.train.size() + split.test.size() == sample_count(data));
      CHECK(sample_count(data) == (info.fixed_size != 0 ? info.fixed_size : data.samples));

      std::vector<std::size_t> members(class_count(data));
      for (const std::vector<float>& row : rows_of(split)) {
        for (const float number : row) REQUIRE(std::isfinite(number));
        if (data.noise == 0)
          for (std::size_t i = 1; i < row.size(); ++i) REQUIRE(std::fabs(row[i]) <= info.extent + 1);
        if (members.empty()) continue;
        REQUIRE(row[0] >= 0);
        REQUIRE(row[0] < static_cast<float>(members.size()));
        REQUIRE(row[0] == std::floor(row[0]));
        ++members[static_cast<std::size_t>(row[0])];
      }
      if (members.empty() || (info.noise == NoiseEffect::targets && data.noise > 0)) continue;
      const auto [least, most] = std::minmax_element(members.begin(), members.end());
      CHECK(*least >= 1);
      // A formula parts the plane as it will.
      if (info.formula.empty()) CHECK(*most - *least <= 1);
    }
  }
}

TEST_CASE("a seed gives the same samples again, another seed others") {
  for (const DatasetEntry* entry : datasets()) {
    CAPTURE(entry->info.key);
    DataSetup data = data_of(*entry);
    std::set<std::vector<std::vector<float>>> different;
    for (data.seed = 0; data.seed < 8; ++data.seed) {
      CHECK(generate(data) == generate(data));
      different.insert(rows_of(generate(data)));
    }
    CHECK(different.size() >= 4);
  }
}

TEST_CASE("the share of training data cuts one and the same order") {
  for (const DatasetEntry* entry : datasets()) {
    CAPTURE(entry->info.key);
    DataSetup data = data_of(*entry);
    data.train_share = 1;
    const auto all = rows_of(generate(data));
    for (const double share : {0.0, 0.2, 0.5, 0.999}) {
      data.train_share = share;
      const DataSplit split = generate(data);
      CHECK(rows_of(split) == all);
      const double wanted = std::max(1.0, std::round(share * static_cast<double>(all.size())));
      CHECK(static_cast<double>(split.train.size()) ==
            (entry->dataset.splits ? wanted : static_cast<double>(all.size())));
    }
  }
}

TEST_CASE("noise moves what it says, and further if there is more") {
  for (const DatasetEntry* entry : datasets()) {
    CAPTURE(entry->info.key);
    DataSetup data = data_of(*entry);
    data.train_share = 1;
    const Samples clean = generate(data).train;
    data.noise = 0.2;
    const Samples noisy = generate(data).train;
    data.noise = 0.8;
    const Samples noisier = generate(data).train;
    CHECK((noisy.inputs != clean.inputs) == (entry->dataset.noise == NoiseEffect::inputs));
    CHECK((noisy.targets != clean.targets) == (entry->dataset.noise == NoiseEffect::targets));
    const auto distance = [&](const Samples& samples) {
      double sum = 0;
      for (std::size_t i = 0; i < clean.inputs.size(); ++i)
        sum += std::fabs(samples.inputs[i] - clean.inputs[i]);
      for (std::size_t i = 0; i < clean.size(); ++i) sum += std::fabs(samples.targets[i] - clean.targets[i]);
      return sum;
    };
    CHECK((distance(noisier) > distance(noisy)) == (entry->dataset.noise != NoiseEffect::none));
  }
}

TEST_CASE("every task that is named can be trained") {
  for (const DatasetEntry* entry : datasets()) {
    for (const Task task : entry->dataset.tasks) {
      CAPTURE(entry->info.key);
      DataSetup data = data_of(*entry);
      Setup setup = make_setup({8}, "tanh");
      setup.task = task;
      setup.columns = entry->dataset.columns;
      if (task == Task::multi_class) {
        setup.classes = class_count(data);
        setup.layers.back().width = setup.classes;
        setup.loss = choose_loss("softmax_cross_entropy");
      } else if (task != Task::binary) {
        setup.loss = choose_loss("mse");
      }
      REQUIRE(validate(data, setup).empty());
      DataSplit split = generate(data);
      const TrainerCreation creation = Trainer::create(setup, std::move(split.train), std::move(split.test));
      REQUIRE(creation.trainer);
      const double before = creation.trainer->evaluate(Split::train).loss;
      creation.trainer->run_epochs(20);
      CHECK(!creation.trainer->divergence());
      CHECK(creation.trainer->evaluate(Split::train).loss < before);
    }
  }
}

TEST_CASE("every data set has a hash of its own") {
  std::set<std::uint64_t> different;
  const std::vector<NamedHash> hashes = dataset_hashes();
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    CHECK(hashes[i].name == "dataset." + std::string(datasets()[i]->info.key));
    different.insert(hashes[i].hash);
  }
  CHECK(different.size() == datasets().size());
}

}  // namespace
}  // namespace lab
