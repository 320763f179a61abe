#include "network/datasets/data_setup.h"

#include <algorithm>
#include <optional>

#include "network/checker.h"
#include "network/datasets/formula/formula.h"
#include "network/datasets/registry.h"

namespace lab {

namespace {

bool chooses_classes(const DatasetInfo& info) {
  return info.fewest_classes != info.most_classes;
}

bool serves(const DatasetInfo& info, Task task) {
  return std::find(info.tasks.begin(), info.tasks.end(), task) != info.tasks.end();
}

std::string_view formula_of(const DataSetup& data, const DatasetInfo& info) {
  return data.formula.empty() ? info.formula : std::string_view(data.formula);
}

void check_formula(const Checker& check, std::string_view text) {
  const FormulaReading reading = read_formula(text);
  if (reading.formula) return;
  const auto at = static_cast<double>(reading.problem.at);
  switch (reading.problem.fault) {
    case FormulaFault::unexpected:
      return check.add(ProblemCode::formula_unexpected, "formula", at);
    case FormulaFault::unknown_name:
      return check.add(ProblemCode::formula_unknown_name, "formula", at);
    case FormulaFault::unclosed:
      return check.add(ProblemCode::formula_unclosed, "formula", at);
    case FormulaFault::too_long:
      return check.add(ProblemCode::formula_too_long, "formula", at, max_formula_length);
    case FormulaFault::too_deep:
      return check.add(ProblemCode::formula_too_deep, "formula", at, max_formula_depth);
  }
}

}  // namespace

Choice choose_dataset(std::string_view key) {
  return choose(find_dataset(key), key);
}

Problems validate(const DataSetup& data) {
  Problems problems;
  const Checker check(problems, "data.");
  const DatasetEntry* const entry = find_dataset(data.dataset.key);
  if (!entry) {
    check.add(ProblemCode::unknown, "dataset");
    return problems;
  }
  const DatasetInfo& info = entry->dataset;
  check.parameters("parameters", entry->info.parameters, data.dataset.parameters);
  if (chooses_classes(info)) check.range("classes", data.classes, info.fewest_classes, info.most_classes);
  if (info.fixed_size == 0) {
    const std::size_t classes = std::min(class_count(data), info.most_classes);
    check.range("samples", data.samples, std::max(min_generated_samples, classes), max_generated_samples);
  }
  if (info.noise != NoiseEffect::none) check.range("noise", data.noise, 0, 1);
  if (info.splits) check.range("trainShare", data.train_share, 0, 1);
  if (!info.formula.empty()) check_formula(check, formula_of(data, info));
  check.range("seed", static_cast<double>(data.seed), 0, static_cast<double>(max_seed));
  return problems;
}

Problems validate(const DataSetup& data, const Setup& setup) {
  Problems problems;
  const Checker check(problems, "");
  const DatasetInfo& info = find_dataset(data.dataset.key)->dataset;
  check.expect(serves(info, setup.task), "data.dataset");
  check.expect(setup.columns == info.columns, "columns", static_cast<double>(info.columns));
  const std::size_t classes = setup.task == Task::binary ? 2 : setup.classes;
  if (serves(info, setup.task) && class_count(data) > classes)
    check.add(ProblemCode::incompatible, chooses_classes(info) ? "data.classes" : "classes", 0,
              static_cast<double>(chooses_classes(info) ? classes : class_count(data)));
  return problems;
}

std::size_t class_count(const DataSetup& data) {
  const DatasetInfo& info = find_dataset(data.dataset.key)->dataset;
  return chooses_classes(info) ? data.classes : info.most_classes;
}

std::size_t sample_count(const DataSetup& data) {
  const std::size_t fixed_size = find_dataset(data.dataset.key)->dataset.fixed_size;
  return fixed_size != 0 ? fixed_size : data.samples;
}

DataSplit generate(const DataSetup& data) {
  const DatasetEntry& entry = *find_dataset(data.dataset.key);
  std::uint64_t seed = data.seed;
  Random random(split_mix_64(seed)), noise_random(split_mix_64(seed));
  const std::string_view text = formula_of(data, entry.dataset);
  const std::optional<CurveFormula> formula = text.empty() ? std::nullopt : read_formula(text).formula;
  const Samples samples = entry.make({.samples = sample_count(data),
                                      .classes = class_count(data),
                                      .noise = data.noise,
                                      .parameters = data.dataset.parameters.data(),
                                      .random = random,
                                      .noise_random = noise_random,
                                      .formula = formula ? &*formula : nullptr});
  return split_samples(samples, entry.dataset.splits ? data.train_share : 1, data.seed);
}

}  // namespace lab
