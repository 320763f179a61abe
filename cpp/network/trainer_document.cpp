#include <algorithm>

#include "core/json_writer.h"
#include "network/datasets/data_setup_json.h"
#include "network/fields.h"
#include "network/float_text.h"
#include "network/setup_json.h"
#include "network/trainer.h"

namespace lab {

namespace {

constexpr int document_version = 1;
constexpr std::string_view document_format = "activation-lab-network";

constexpr Word<Quantity> quantity_words[] = {{Quantity::pre_activation, "pre_activation"},
                                             {Quantity::activation, "activation"},
                                             {Quantity::delta, "delta"},
                                             {Quantity::gradient, "gradient"},
                                             {Quantity::parameters, "parameters"}};

void write_samples(JsonWriter& json, std::string_view name, const Samples& samples) {
  json.key(name).begin_object();
  json.key("columns").number(static_cast<double>(samples.columns));
  json.key("inputs").text(to_hex(samples.inputs));
  json.key("targets").text(to_hex(samples.targets));
  json.end_object();
}

bool read_floats(const Fields& fields, std::string_view name, std::vector<float>& numbers) {
  if (!fields.find(name, JsonValue::Type::text)) {
    if (fields.problems().empty()) fields.add(ProblemCode::missing, name);
    return false;
  }
  std::string text;
  fields.read(name, text);
  auto read = floats_from_hex(text);
  if (!read) {
    fields.add(ProblemCode::wrong_type, name);
    return false;
  }
  numbers = std::move(*read);
  return true;
}

void read_samples(const Fields& fields, std::string_view name, Samples& samples) {
  const JsonValue* const object = fields.find(name, JsonValue::Type::object);
  if (!object) return;
  const Fields members(*object, std::string(name) + ".", fields.problems());
  std::uint64_t columns = 0;
  members.read("columns", columns);
  samples.columns = static_cast<std::size_t>(std::min<std::uint64_t>(columns, max_columns + 1));
  read_floats(members, "inputs", samples.inputs);
  read_floats(members, "targets", samples.targets);
}

}  // namespace

/// Writes a trainer and reads it back.
class TrainerDocument {
 public:
  static std::string write(const Trainer& trainer) {
    JsonWriter json;
    json.begin_object();
    json.key("format").text(document_format);
    json.key("version").number(document_version);
    json.key("setup");
    write_setup(json, trainer.setup_);
    if (trainer.data_setup_) {
      json.key("data");
      write_data_setup(json, *trainer.data_setup_);
    }
    write_samples(json, "train", trainer.train_);
    write_samples(json, "test", trainer.test_);
    write_state(json, trainer);
    json.end_object();
    return json.str();
  }

  static TrainerCreation read(std::string_view text) {
    Problems problems;
    if (text.size() > max_document_size)
      return refuse({ProblemCode::too_large, "", static_cast<double>(text.size()),
                     static_cast<double>(max_document_size)});
    const JsonReading document = read_json(text);
    if (!document.value) return refuse({ProblemCode::syntax, "", static_cast<double>(document.error_offset)});
    const Fields fields(*document.value, "", problems);
    std::string format;
    std::uint64_t version = document_version;
    fields.read("format", format);
    fields.read("version", version);
    if (format != document_format) return refuse({ProblemCode::unknown, "format"});
    if (version > document_version) return refuse({ProblemCode::version, "version", 1, document_version});

    const JsonValue* const setup = document.value->find("setup");
    if (!setup) return refuse({ProblemCode::missing, "setup"});
    SetupReading reading = read_setup(*setup);
    for (Problem& problem : reading.problems) problem.path = "setup." + problem.path;
    if (!reading.problems.empty()) return {.trainer = nullptr, .problems = std::move(reading.problems)};
    Samples train, test;
    read_samples(fields, "train", train);
    read_samples(fields, "test", test);
    if (!problems.empty()) return {.trainer = nullptr, .problems = std::move(problems)};

    TrainerCreation creation = Trainer::create(reading.setup, std::move(train), std::move(test));
    if (creation.trainer) {
      read_data_setup(fields, *creation.trainer);
      read_state(fields, *creation.trainer);
    }
    if (!problems.empty()) return {.trainer = nullptr, .problems = std::move(problems)};
    return creation;
  }

 private:
  static TrainerCreation refuse(Problem problem) {
    return {.trainer = nullptr, .problems = {std::move(problem)}};
  }

  /// Everything but padding, of arrays like the parameters or (without running statistics) the optimiser's.
  static std::vector<float> gather(const Network& network, const float* padded, bool with_running) {
    std::vector<float> numbers;
    const auto append = [&](std::size_t offset, std::size_t count) {
      numbers.insert(numbers.end(), padded + offset, padded + offset + count);
    };
    visit_learned(network, append);
    if (with_running) visit_running(network, append);
    return numbers;
  }

  static void write_state(JsonWriter& json, const Trainer& trainer) {
    const Trainer::Memory& memory = trainer.memory_;
    json.key("initial").text(to_hex(gather(trainer.network_, memory.initial, true)));
    json.key("parameters").text(to_hex(gather(trainer.network_, memory.parameters, true)));
    json.key("optimizerMemory").begin_array();
    for (std::size_t m = 0; m < trainer.optimizer_->memory; ++m)
      json.text(
          to_hex(gather(trainer.network_, memory.optimizer + m * trainer.network_.learned_floats(), false)));
    json.end_array();
    json.key("steps").number(static_cast<double>(trainer.steps_));
    json.key("epochs").number(static_cast<double>(trainer.epochs_));
    json.key("batch").number(static_cast<double>(trainer.batch_));
    json.key("position").number(static_cast<double>(trainer.position_));
    if (!trainer.divergence_) return;
    json.key("divergence").begin_object();
    json.key("layer").number(static_cast<double>(trainer.divergence_->layer));
    json.key("quantity").text(word_of(trainer.divergence_->quantity, quantity_words));
    json.end_object();
  }

  /// Puts numbers back; names the member if they are not exactly as many as needed, or not finite where they
  /// must be.
  static void restore(const Fields& fields, std::string_view name, const Network& network,
                      const std::vector<float>& numbers, bool with_running, float* padded) {
    std::size_t wanted = 0;
    const auto count = [&](std::size_t, std::size_t length) { wanted += length; };
    visit_learned(network, count);
    if (with_running) visit_running(network, count);
    if (numbers.size() != wanted)
      return fields.add(ProblemCode::out_of_range, name, static_cast<double>(wanted),
                        static_cast<double>(wanted));
    if (with_running && !all_finite(numbers.data(), numbers.size()))
      return fields.add(ProblemCode::wrong_type, name);
    const float* next = numbers.data();
    const auto copy = [&](std::size_t offset, std::size_t length) {
      std::copy_n(next, length, padded + offset);
      next += length;
    };
    visit_learned(network, copy);
    if (with_running) visit_running(network, copy);
  }

  static void read_position(const Fields& fields, Trainer& trainer) {
    std::uint64_t batch = 0, position = 0;
    fields.read("steps", trainer.steps_);
    fields.read("epochs", trainer.epochs_);
    fields.read("batch", batch);
    fields.read("position", position);
    const Epoch& epoch = trainer.memory_.epoch;
    if (batch >= epoch.batch_count())
      return fields.add(ProblemCode::out_of_range, "batch", 0, static_cast<double>(epoch.batch_count() - 1));
    trainer.batch_ = static_cast<std::size_t>(batch);
    const std::size_t samples = epoch.batch(trainer.batch_).samples;
    if (position >= samples)
      return fields.add(ProblemCode::out_of_range, "position", 0, static_cast<double>(samples - 1));
    trainer.position_ = static_cast<std::size_t>(position);
  }

  static void read_divergence(const Fields& fields, Trainer& trainer) {
    const JsonValue* const object = fields.find("divergence", JsonValue::Type::object);
    if (!object) return;
    const Fields members(*object, "divergence.", fields.problems());
    Divergence divergence{.step = trainer.steps_, .layer = 0, .quantity = Quantity::parameters};
    std::uint64_t layer = 0;
    members.read("layer", layer);
    members.read("quantity", divergence.quantity, quantity_words);
    const std::size_t layers = trainer.network_.layers().size();
    if (layer >= layers)
      return members.add(ProblemCode::out_of_range, "layer", 0, static_cast<double>(layers - 1));
    divergence.layer = static_cast<std::size_t>(layer);
    trainer.divergence_ = divergence;
  }

  /// The samples are what counts: a data set that has become another one is forgotten.
  static void read_data_setup(const Fields& fields, Trainer& trainer) {
    const JsonValue* const object = fields.find("data", JsonValue::Type::object);
    if (!object) return;
    const DataSetupReading reading = lab::read_data_setup(*object);
    fields.problems().insert(fields.problems().end(), reading.problems.begin(), reading.problems.end());
    if (reading.problems.empty() && generate(reading.data) == DataSplit{trainer.train_, trainer.test_})
      trainer.data_setup_ = reading.data;
  }

  static void read_state(const Fields& fields, Trainer& trainer) {
    Trainer::Memory& memory = trainer.memory_;
    const Network& network = trainer.network_;
    std::vector<float> numbers;
    if (read_floats(fields, "initial", numbers))
      restore(fields, "initial", network, numbers, true, memory.initial);
    if (read_floats(fields, "parameters", numbers))
      restore(fields, "parameters", network, numbers, true, memory.parameters);
    const JsonValue* const list = fields.find("optimizerMemory", JsonValue::Type::array);
    const auto arrays = static_cast<double>(trainer.optimizer_->memory);
    if (!list || list->items().size() != trainer.optimizer_->memory)
      return fields.add(ProblemCode::out_of_range, "optimizerMemory", arrays, arrays);
    for (std::size_t m = 0; m < list->items().size(); ++m) {
      const auto read = floats_from_hex(list->items()[m].text());
      if (!read) return fields.add(ProblemCode::wrong_type, "optimizerMemory");
      restore(fields, "optimizerMemory", network, *read, false,
              memory.optimizer + m * network.learned_floats());
    }
    read_position(fields, trainer);
    memory.epoch.begin(trainer.setup_, memory.train, trainer.epochs_);
    read_divergence(fields, trainer);
  }
};

std::string Trainer::save() const {
  return TrainerDocument::write(*this);
}

TrainerCreation Trainer::load(std::string_view document) {
  return TrainerDocument::read(document);
}

}  // namespace lab
