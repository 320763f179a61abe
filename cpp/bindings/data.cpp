// Points apart from trainers: data sets of the catalogue, and comma-separated values.
#include "bindings/desk.h"
#include "network/datasets/csv_json.h"
#include "network/datasets/data_setup_json.h"

namespace lab::bindings {
namespace {

using emscripten::val;

void append(std::vector<float>& numbers, const Samples& samples) {
  numbers.insert(numbers.end(), samples.inputs.begin(), samples.inputs.end());
  numbers.insert(numbers.end(), samples.targets.begin(), samples.targets.end());
}

/// Of the data set-up given as text: the training samples, then the test samples. Columns and sizes are in
/// `numbers`. Nothing if it is refused.
val generate_samples() {
  DataSetupReading reading = read_data_setup(desk().given_text);
  if (!note(std::move(reading.problems))) return show(std::vector<float>());
  const DataSplit split = generate(reading.data);
  std::vector<float> samples;
  append(samples, split.train);
  append(samples, split.test);
  desk().numbers = {static_cast<double>(split.train.columns), static_cast<double>(split.train.size()),
                    static_cast<double>(split.test.size())};
  return show(std::move(samples));
}

/// Of the text given: the samples. The number of columns is in `numbers`, their names in `text`. Nothing if
/// there are problems, which are in `text` then.
val read_samples(bool classes, unsigned target_column, unsigned class_limit, int header) {
  const CsvReading reading =
      read_csv(desk().given_text, {.target = classes ? CsvTarget::classes : CsvTarget::values,
                                   .target_column = target_column,
                                   .class_limit = class_limit,
                                   .header = static_cast<CsvHeader>(header)});
  std::vector<float> samples;
  if (reading.problems.empty()) append(samples, reading.samples);
  desk().numbers = {static_cast<double>(reading.samples.columns)};
  desk().text = reading.problems.empty() ? to_json(reading.names) : to_json(reading.problems);
  return show(std::move(samples));
}

/// The text of the samples given, with the names given as text. Nothing if it is refused.
val write_samples(unsigned columns, unsigned count) {
  CsvNamesReading reading = read_csv_names(desk().given_text);
  if (!note(std::move(reading.problems))) return show(std::string());
  std::span<const float> numbers(desk().given_numbers);
  const Samples samples = take_samples(numbers, columns, count);
  if (!note(validate(reading.names, samples))) return show(std::string());
  return show(write_csv(samples, reading.names));
}

}  // namespace

EMSCRIPTEN_BINDINGS(data) {
  emscripten::function("generate", &generate_samples);
  emscripten::function("readCsv", &read_samples);
  emscripten::function("writeCsv", &write_samples);
}

}  // namespace lab::bindings
