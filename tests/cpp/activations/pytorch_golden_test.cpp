#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "support/curves.h"
#include "support/golden_records.h"
#include "support/parameter_choices.h"
#include "support/ulp.h"

namespace lab::testing {
namespace {

constexpr const char* how_to_make_it =
    "run: python3 tests/golden/make_activations.py build/native/cpp/tools/print_catalogue";

/// Columns of a row of activations.txt.
enum Column : std::size_t { column_x, column_value, column_derivative, column_second_derivative };

void check_column(const std::string& curve, const GoldenRecord& record, Column column,
                  const std::vector<float>& results, const ErrorBound& bound) {
  for (std::size_t i = 0; i < results.size(); ++i) {
    const double expected = record.rows[i][column];
    const bool agrees =
        ulp_error(results[i], expected) <= bound.ulp || std::fabs(results[i] - expected) <= bound.absolute;
    INFO(curve, " at x = ", record.rows[i][column_x], " is ", results[i], ", in PyTorch ", expected, ": ",
         ulp_error(results[i], expected), " ULP");
    CHECK(agrees);
  }
}

ParameterChoice parameters_of(const GoldenRecord& record) {
  ParameterChoice choice{};
  for (std::size_t i = 0; i < record.numbers.size(); ++i) choice[i] = static_cast<float>(record.numbers[i]);
  return choice;
}

}  // namespace

TEST_CASE("values and derivatives are those of PyTorch, kinks included") {
  for (const GoldenRecord& record : read_golden_records("activations.txt")) {
    const ActivationEntry* entry = find_activation(record.name);
    INFO(record.name, " is in the golden file but not in the catalogue; ", how_to_make_it);
    REQUIRE(entry != nullptr);
    REQUIRE(record.numbers.size() == entry->info.parameters.size());

    const ParameterChoice choice = parameters_of(record);
    std::vector<float> x;
    for (const std::vector<double>& row : record.rows) x.push_back(static_cast<float>(row[column_x]));
    const Curves curves = compute_curves(*entry, x, choice.data());
    const Accuracy& accuracy = entry->info.accuracy;
    const std::string name = describe(entry->info, choice);
    check_column(name, record, column_value, curves.value, accuracy.value);
    check_column(name + "'", record, column_derivative, curves.derivative, accuracy.derivative);
    check_column(name + "''", record, column_second_derivative, curves.second_derivative,
                 accuracy.second_derivative);
  }
}

TEST_CASE("PyTorch was asked about every activation") {
  const std::vector<GoldenRecord> records = read_golden_records("activations.txt");
  for (const ActivationEntry* entry : activations()) {
    const bool is_there = std::any_of(records.begin(), records.end(), [&](const GoldenRecord& record) {
      return record.name == entry->info.key && record.rows.size() > 100;
    });
    INFO(entry->info.key, " is not in the golden file; ", how_to_make_it);
    CHECK(is_there);
  }
}

}  // namespace lab::testing
