#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "activations/vector/registry.h"
#include "support/golden_records.h"
#include "support/ulp.h"

namespace lab::testing {
namespace {

constexpr const char* how_to_make_it =
    "run: python3 tests/golden/make_vectors.py build/native/cpp/tools/print_catalogue";
constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();

using Parameters3 = std::array<float, max_parameters>;

struct Result {
  Status status;
  std::vector<float> value;
  /// outputs x inputs, row by row.
  std::vector<float> jacobian;
};

Parameters3 initial_parameters(const VectorInfo& info) {
  Parameters3 parameters{};
  for (std::size_t i = 0; i < info.parameters.size(); ++i)
    parameters[i] = static_cast<float>(info.parameters[i].initial);
  return parameters;
}

Result run(const VectorEntry& entry, const std::vector<float>& x, const Parameters3& parameters) {
  const std::size_t outputs = output_length(entry, x.size(), parameters.data());
  Result result{Status::ok, std::vector<float>(outputs), std::vector<float>(outputs * x.size())};
  result.status = evaluate(entry, {x, parameters.data(), result.value.data(), result.jacobian.data()});
  return result;
}

Result run(std::string_view key, const std::vector<float>& x) {
  const VectorEntry* entry = find_vector_activation(key);
  REQUIRE(entry != nullptr);
  return run(*entry, x, initial_parameters(entry->info));
}

bool all_nan(const std::vector<float>& numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](float number) { return std::isnan(number); });
}

/// Float64 loses about this much of the terms, no larger than the largest input or 1, that PyTorch subtracts.
constexpr double golden_error = 0x1p-50;

void check_numbers(const std::string& what, const std::vector<float>& results,
                   const std::vector<double>& expected, const ErrorBound& bound, double largest_input) {
  REQUIRE(results.size() == expected.size());
  const double scale = std::max(1.0, largest_input);
  for (std::size_t i = 0; i < results.size(); ++i) {
    const double error = std::fabs(results[i] - expected[i]);
    const bool agrees =
        ulp_error(results[i], expected[i]) <= bound.ulp || error <= (bound.absolute + golden_error) * scale;
    INFO(what, " number ", i, " is ", results[i], ", in PyTorch ", expected[i], ": ",
         ulp_error(results[i], expected[i]), " ULP");
    CHECK(agrees);
  }
}

}  // namespace

TEST_CASE("vector activations and their Jacobians are those of PyTorch") {
  for (const GoldenRecord& record : read_golden_records("vectors.txt")) {
    const VectorEntry* entry = find_vector_activation(record.name);
    INFO(record.name, " is in the golden file but not in the catalogue; ", how_to_make_it);
    REQUIRE(entry != nullptr);
    Parameters3 parameters{};
    for (std::size_t i = 0; i < record.numbers.size(); ++i)
      parameters[i] = static_cast<float>(record.numbers[i]);

    REQUIRE(record.rows.size() % 3 == 0);
    for (std::size_t i = 0; i < record.rows.size(); i += 3) {
      const std::vector<float> x(record.rows[i].begin(), record.rows[i].end());
      const Result result = run(*entry, x, parameters);
      CHECK(result.status == Status::ok);
      float largest = 0;
      for (const float number : x) largest = std::max(largest, std::fabs(number));
      const VectorAccuracy& accuracy = entry->info.accuracy;
      check_numbers(record.name, result.value, record.rows[i + 1], accuracy.value, largest);
      check_numbers(record.name + " Jacobian", result.jacobian, record.rows[i + 2], accuracy.jacobian,
                    largest);
    }
  }
}

TEST_CASE("PyTorch was asked about every vector activation") {
  const std::vector<GoldenRecord> records = read_golden_records("vectors.txt");
  for (const VectorEntry* entry : vector_activations()) {
    const bool is_there = std::any_of(records.begin(), records.end(), [&](const GoldenRecord& record) {
      return record.name == entry->info.key && !record.rows.empty();
    });
    INFO(entry->info.key, " is not in the golden file; ", how_to_make_it);
    CHECK(is_there);
  }
}

TEST_CASE("every vector activation says what it is") {
  std::string_view previous;
  for (const VectorEntry* entry : vector_activations()) {
    const VectorInfo& info = entry->info;
    CHECK(previous < info.key);
    previous = info.key;
    CHECK(find_vector_activation(info.key) == entry);
    for (const std::string_view text :
         {info.name, info.latex, info.latex_jacobian, info.code.pytorch, info.code.keras})
      CHECK(!text.empty());
    CHECK(parameters_valid(*entry, initial_parameters(info).data()));
  }
  CHECK(find_vector_activation("relu") == nullptr);
}

TEST_CASE("probabilities are positive and sum to 1, whatever the size of the logits") {
  for (const char* key : {"softmax", "softmax_temperature", "softmin", "sparsemax"}) {
    for (const std::size_t count : {1u, 2u, 7u, 1024u}) {
      for (const float size : {1e-30f, 1.0f, 88.0f, 1e30f}) {
        std::vector<float> x(count);
        for (std::size_t i = 0; i < count; ++i)
          x[i] = size * static_cast<float>(static_cast<int>(i * 7 % 11) - 5);
        const Result result = run(key, x);
        INFO(key, " of ", count, " logits of size ", size);
        CHECK(
            std::all_of(result.value.begin(), result.value.end(), [](float p) { return p >= 0 && p <= 1; }));
        CHECK(std::accumulate(result.value.begin(), result.value.end(), 0.0) ==
              doctest::Approx(1).epsilon(1e-6));
        double largest_row_sum = 0;
        for (std::size_t i = 0; i < count; ++i) {
          const auto row = result.jacobian.begin() + static_cast<std::ptrdiff_t>(i * count);
          largest_row_sum =
              std::max(largest_row_sum,
                       std::fabs(std::accumulate(row, row + static_cast<std::ptrdiff_t>(count), 0.0)));
        }
        CHECK(largest_row_sum < 1e-6);
      }
    }
  }
}

TEST_CASE("a saturated softmax keeps the digits of its small numbers") {
  const Result softmax = run("softmax", {30, 0});
  const double small = std::exp(-30.0) / (1 + std::exp(-30.0));
  CHECK(ulp_error(softmax.value[1], small) <= 0.51);
  for (const std::size_t entry : {0u, 3u})
    CHECK(ulp_error(softmax.jacobian[entry], small * (1 - small)) <= 0.51);
  for (const std::size_t entry : {1u, 2u})
    CHECK(ulp_error(softmax.jacobian[entry], -small * (1 - small)) <= 0.51);

  const Result log_softmax = run("log_softmax", {30, 0, -200});
  CHECK(ulp_error(log_softmax.value[0], -std::log1p(std::exp(-30.0))) <= 0.51);
  CHECK(log_softmax.value[2] == -230);
  CHECK(ulp_error(log_softmax.jacobian[0], small) <= 0.51);
}

TEST_CASE("the temperature sharpens and flattens") {
  const VectorEntry& entry = *find_vector_activation("softmax_temperature");
  const std::vector<float> x = {1, 2, 3};
  CHECK(run(entry, x, {1}).value == run("softmax", x).value);
  CHECK(run(entry, x, {0.001f}).value == std::vector<float>{0, 0, 1});
  CHECK(run(entry, x, {1000}).value[0] == doctest::Approx(1.0 / 3).epsilon(0.002));
}

TEST_CASE("sparsemax leaves a simplex point alone and puts logits on the threshold outside") {
  CHECK(run("sparsemax", {0.5f, 0.25f, 0.25f}).value == std::vector<float>{0.5f, 0.25f, 0.25f});
  const Result edge = run("sparsemax", {1, 0, 0});
  CHECK(edge.value == std::vector<float>{1, 0, 0});
  CHECK(edge.jacobian == std::vector<float>(9));
}

TEST_CASE("maxout gives the gradient of a tie to the first") {
  const Result result = run("maxout", {1, 1, -3, 5});
  CHECK(result.value == std::vector<float>{1, 5});
  CHECK(result.jacobian == std::vector<float>{1, 0, 0, 0, 0, 0, 0, 1});
}

TEST_CASE("infinities and NaN follow PyTorch") {
  for (const char* key : {"softmax", "log_softmax", "sparsemax"}) {
    for (const std::vector<float>& x : {std::vector{inf, 0.0f}, {nan, 0.0f}, {0.0f, nan}, {-inf, -inf}}) {
      const Result result = run(key, x);
      INFO(key);
      CHECK(all_nan(result.value));
      CHECK(all_nan(result.jacobian));
    }
  }
  CHECK(run("softmax", {-inf, 0}).value == std::vector<float>{0, 1});
  CHECK(run("sparsemax", {-inf, 0}).value == std::vector<float>{0, 1});
  CHECK(run("softmin", {inf, 0}).value == std::vector<float>{0, 1});
  CHECK(run("log_softmax", {-inf, 0}).value == std::vector<float>{-inf, 0});

  const std::vector<float> maxout = run("maxout", {nan, 2, 3, -inf}).value;
  CHECK(std::isnan(maxout[0]));
  CHECK(maxout[1] == 3);
  CHECK(run("crelu", {inf, -inf}).value == std::vector<float>{inf, 0, 0, inf});
  CHECK(run("glu", {2, -inf}).value == std::vector<float>{0});
  CHECK(run("glu", {inf, 0}).value == std::vector<float>{inf});
  CHECK(std::isnan(run("glu", {inf, -inf}).value[0]));
  CHECK(std::isnan(run("glu", {inf, -inf}).jacobian[1]));
  CHECK(run("swiglu", {-inf, 2}).value == std::vector<float>{0});
  CHECK(std::isnan(run("swiglu", {-inf, inf}).value[0]));
  CHECK(run("reglu", {inf, 2}).value == std::vector<float>{inf});
}

TEST_CASE("refuses lengths and parameters that do not fit, and writes nothing") {
  const auto refuses = [](const char* key, std::size_t count, const Parameters3& parameters, Status status) {
    const VectorEntry& entry = *find_vector_activation(key);
    const std::vector<float> x(count, 1);
    std::vector<float> untouched(1, 42);
    INFO(key, " of ", count);
    CHECK(output_length(entry, count, parameters.data()) == 0);
    CHECK(evaluate(entry, {x, parameters.data(), untouched.data(), untouched.data()}) == status);
    CHECK(untouched[0] == 42);
  };
  refuses("softmax", 0, {}, Status::invalid_length);
  refuses("softmax", 1025, {}, Status::invalid_length);
  for (const char* key : {"glu", "geglu", "reglu", "swiglu"}) refuses(key, 3, {1}, Status::invalid_length);
  refuses("maxout", 4, {3}, Status::invalid_length);
  for (const float pieces : {2.5f, 1.0f, -2.0f, 1e30f, inf, nan})
    refuses("maxout", 4, {pieces}, Status::invalid_parameter);
  for (const float temperature : {0.0f, -1.0f, inf, nan})
    refuses("softmax_temperature", 4, {temperature}, Status::invalid_parameter);

  CHECK(output_length(*find_vector_activation("crelu"), 1024, nullptr) == 2048);
  CHECK(output_length(*find_vector_activation("maxout"), 12, Parameters3{3}.data()) == 4);
}

TEST_CASE("the Jacobian is optional, and the value may take the place of the input") {
  for (const VectorEntry* entry : vector_activations()) {
    const Parameters3 parameters = initial_parameters(entry->info);
    const std::vector<float> x = {0.25f, -1, 3, 0.5f, 2, -0.125f};
    const std::vector<float> expected = run(*entry, x, parameters).value;
    std::vector<float> numbers = x;
    numbers.resize(12);
    CHECK(evaluate(*entry, {std::span(numbers).first(6), parameters.data(), numbers.data(), nullptr}) ==
          Status::ok);
    numbers.resize(expected.size());
    CHECK(numbers == expected);
  }
}

}  // namespace lab::testing
