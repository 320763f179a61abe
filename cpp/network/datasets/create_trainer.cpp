#include "network/datasets/create_trainer.h"

#include <utility>

#include "core/json_reader.h"
#include "network/datasets/data_setup_json.h"
#include "network/setup_json.h"

namespace lab {

namespace {

void append(Problems& problems, const Problems& more) {
  problems.insert(problems.end(), more.begin(), more.end());
}

TrainerCreation refuse(Problems problems) {
  return {.trainer = nullptr, .problems = std::move(problems)};
}

}  // namespace

TrainerCreation create_trainer(std::string_view json) {
  const JsonReading document = read_json(json);
  if (!document.value) return refuse({{ProblemCode::syntax, "", static_cast<double>(document.error_offset)}});
  const JsonValue* const member = document.value->find("data");
  if (!member) return refuse({{ProblemCode::missing, "data"}});

  const DataSetupReading data = read_data_setup(*member);
  SetupReading setup = read_setup(*document.value);
  append(setup.problems, data.problems);
  if (data.problems.empty()) append(setup.problems, validate(data.data, setup.setup));
  if (!setup.problems.empty()) return refuse(std::move(setup.problems));

  DataSplit split = generate(data.data);
  TrainerCreation creation = Trainer::create(setup.setup, std::move(split.train), std::move(split.test));
  if (creation.trainer) creation.trainer->set_data_setup(data.data);
  return creation;
}

}  // namespace lab
