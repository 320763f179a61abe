#include "network/datasets/csv.h"

#include <doctest/doctest.h>

#include "core/bit_cast.h"
#include "core/random.h"
#include "network/datasets/csv_separator.h"
#include "network/datasets/data_setup.h"
#include "network/validate.h"

namespace lab {
namespace {

CsvReading read_values(std::string_view text) {
  return read_csv(text, {.target = CsvTarget::values});
}

using Texts = std::vector<std::string>;
using Numbers = std::vector<float>;

TEST_CASE("points with a header and class labels") {
  const CsvReading reading = read_csv("x,y,kind\n1,2,red\n3,4.5,blue\n-.5,1e1,red\n");
  REQUIRE(reading.problems.empty());
  CHECK(reading.samples.columns == 2);
  CHECK(reading.samples.inputs == Numbers{1, 3, -0.5f, 2, 4.5f, 10});
  CHECK(reading.samples.targets == Numbers{0, 1, 0});
  CHECK(reading.names.inputs == Texts{"x", "y"});
  CHECK(reading.names.target == "kind");
  CHECK(reading.names.classes == Texts{"red", "blue"});
}

TEST_CASE("the same points, however they are written down") {
  const CsvReading wanted = read_csv("x,y,kind\n1.5,-2,a b\n0.25,3,c\n");
  REQUIRE(wanted.problems.empty());
  for (const char* text : {
           "x,y,kind\r\n1.5,-2,a b\r\n0.25,3,c\r\n",
           "x,y,kind\r1.5,-2,a b\r0.25,3,c",
           "\xef\xbb\xbfx,y,kind\n1.5,-2,a b\n0.25,3,c",
           "x;y;kind\n1.5;-2;a b\n0.25;3;c\n",
           "x;y;kind\n1,5;-2;a b\n0,25;3;c\n",
           "x\ty\tkind\n1.5\t-2\ta b\n0.25\t3\tc\n",
           "x|y|kind\n1.5|-2|a b\n0.25|3|c\n",
           "\n  \nx , y,kind  \n\n 1.5 ,  -2,  a b\n,,\n0.25,3,c\n \n\n",
           "\"x\",\"y\",\"kind\"\n\"1.5\",\"-2\",\"a b\"\n 0.25 , \"3\" ,\"c\"",
       }) {
    CAPTURE(text);
    const CsvReading reading = read_csv(text);
    CHECK(reading.problems.empty());
    CHECK(reading.samples == wanted.samples);
    CHECK(reading.names == wanted.names);
  }
}

TEST_CASE("quotes protect separators, quotes, line breaks and blanks") {
  const CsvReading reading =
      read_csv("\"a,\"\"b\"\"\",\" c\",\"d\ne\"\n1,2,\"x\r\ny\"\n3,4,\"\"\"\"\n5,6,it's 5\" wide\n");
  REQUIRE(reading.problems.empty());
  CHECK(reading.names.inputs == Texts{"a,\"b\"", " c"});
  CHECK(reading.names.target == "d\ne");
  CHECK(reading.names.classes == Texts{"x\r\ny", "\"", "it's 5\" wide"});
}

TEST_CASE("a header is a first row that is not of numbers") {
  const auto has_header = [](std::string_view text, const CsvOptions& options = {}) {
    const CsvReading reading = read_csv(text, options);
    CHECK(reading.problems.empty());
    return !reading.names.inputs.empty();
  };
  CHECK(has_header("a,b\n1,2\n"));
  CHECK(has_header("a,2\n1,2\n"));
  CHECK(!has_header("1,b\n1,a\n"));
  CHECK(has_header("1,b\n1,2\n", {.target = CsvTarget::values}));
  CHECK(has_header("1,b\n1,a\n", {.header = CsvHeader::present}));
  CHECK(has_header("b,1\n2,1\n", {.target_column = 2}));
  CHECK(!has_header("b,1\nc,1\n", {.target_column = 1}));
  CHECK(read_csv("a,b\n1,2\n", {.header = CsvHeader::absent}).problems ==
        std::vector<CsvProblem>{{CsvProblemCode::not_a_number, 1, 1}});
  // A gap is no name.
  CHECK(read_csv(",2,0\n1,2,1\n").problems == std::vector<CsvProblem>{{CsvProblemCode::missing_value, 1, 1}});
}

TEST_CASE("the separator is what cuts evenly") {
  CHECK(detect_separator("a,b\n1,2") == ',');
  CHECK(detect_separator("1,5;2,5;0\n1,25;3;1") == ';');
  CHECK(detect_separator("1,5;2,5\n1,25;3,75") == ';');
  CHECK(detect_separator("a b\tc\n1,5\t2") == '\t');
  CHECK(detect_separator("x,y,\"p;q\"\n1,2,\"r;s\"") == ',');
  CHECK(detect_separator("x,y;z,k\n1,2,a\n3,4,b") == ',');
  CHECK(detect_separator("a|b\n1|2") == '|');
  CHECK(detect_separator("\"a;\"\";b\" ; c\n1;2") == ';');
  CHECK(detect_separator("a;b\n\n;;;\n1;2") == ';');
  CHECK(detect_separator("a;b,c,d\n1;2;3\n1,2") == ',');
  CHECK(detect_separator("") == ',');
}

TEST_CASE("classes that are numbers keep their order, texts that of their appearance") {
  const auto classes = [](std::string_view text) {
    const CsvReading reading = read_csv(text);
    CHECK(reading.problems.empty());
    return std::pair(reading.names.classes, reading.samples.targets);
  };
  CHECK(classes("1,1\n2,0\n3,2\n") == std::pair(Texts{"0", "1", "2"}, Numbers{1, 0, 2}));
  CHECK(classes("1,1\n2,-1\n3,1.0\n") == std::pair(Texts{"-1", "1"}, Numbers{1, 0, 1}));
  CHECK(classes("1,10\n2,9\n") == std::pair(Texts{"9", "10"}, Numbers{1, 0}));
  CHECK(classes("1;2,5\n2;1,5\n") == std::pair(Texts{"1.5", "2.5"}, Numbers{1, 0}));
  CHECK(classes("1,2\n2,one\n3,1\n") == std::pair(Texts{"2", "one", "1"}, Numbers{0, 1, 2}));
}

TEST_CASE("the target may be any column, and a value") {
  const CsvReading reading =
      read_csv("y,a,b\n1,2,3\n4,5,6\n", {.target = CsvTarget::values, .target_column = 1});
  REQUIRE(reading.problems.empty());
  CHECK(reading.samples.inputs == Numbers{2, 5, 3, 6});
  CHECK(reading.samples.targets == Numbers{1, 4});
  CHECK(reading.names == CsvNames{.inputs = {"a", "b"}, .target = "y", .classes = {}});
}

TEST_CASE("numbers are the nearest floats") {
  const CsvReading reading = read_values("16777217.0000000001,1.00000005960464477540\n1e-60,0.1\n");
  REQUIRE(reading.problems.empty());
  CHECK(reading.samples.inputs == Numbers{16777218, 0});
  CHECK(reading.samples.targets == Numbers{1.00000011920928955078125f, 0.1f});
}

TEST_CASE("what is wrong is named with its line and column") {
  const struct {
    std::string_view text;
    CsvProblem problem;
    CsvOptions options = {};
  } cases[] = {
      {"", {CsvProblemCode::no_rows}},
      {"\n \n", {CsvProblemCode::no_rows}},
      {"x,y,kind\n", {CsvProblemCode::no_rows}},
      {"1\n2\n", {CsvProblemCode::too_few_columns, 1, 2, 2}},
      {"\n\nabc\n", {CsvProblemCode::too_few_columns, 3, 2, 2}},
      {"x,y\n1,a\n2\n", {CsvProblemCode::uneven_row, 3, 2, 2}},
      {"x,y\n1,a\n2,b,3\n", {CsvProblemCode::uneven_row, 3, 3, 2}},
      {"x,y\n\n1,a\n\"2,b\n", {CsvProblemCode::unclosed_quote, 4, 1}},
      {"x,y\n1,\"a\n\n", {CsvProblemCode::unclosed_quote, 2, 2}},
      {"x,y\n1,\"a\"b\n", {CsvProblemCode::text_after_quote, 2, 2}},
      {"x,y,z\n1,,a\n", {CsvProblemCode::missing_value, 2, 2}},
      {"x,y\n1,\n2,a\n", {CsvProblemCode::missing_value, 2, 2}},
      {"x,y\n\"1\n\",a\n", {CsvProblemCode::not_a_number, 2, 1}},
      {"x,y\n1,\"a\nb\"\none,a\n", {CsvProblemCode::not_a_number, 4, 1}},
      {"x,y\r\n1,a\r\nNA,a\r\n", {CsvProblemCode::not_a_number, 3, 1}},
      {"x;y\n1.234,5;a\n", {CsvProblemCode::not_a_number, 2, 1}},
      {"x|y\n1,5|a\n", {CsvProblemCode::not_a_number, 2, 1}},
      {"x,y\n1,a\n", {CsvProblemCode::not_a_number, 2, 2}, {.target = CsvTarget::values}},
      {"x,y\n1e39,a\n", {CsvProblemCode::number_too_large, 2, 1}},
      {"x,y\n1,a\n2,b\n3,a\n4,c\n5,d\n", {CsvProblemCode::too_many_classes, 5, 2, 2}, {.class_limit = 2}},
      {"x,y\n1,a\n", {CsvProblemCode::no_such_column, 0, 0, 2}, {.target_column = 3}},
  };
  for (const auto& [text, problem, options] : cases) {
    CAPTURE(text);
    CHECK(read_csv(text, options).problems == std::vector<CsvProblem>{problem});
  }
}

TEST_CASE("the first wrong fields are all named, no more than can be read") {
  const CsvReading two = read_csv("x,y,k\n1,2,a\no,o,a\n3,4,a\n5\n");
  CHECK(two.problems == std::vector<CsvProblem>{{CsvProblemCode::not_a_number, 3, 1},
                                                {CsvProblemCode::not_a_number, 3, 2},
                                                {CsvProblemCode::uneven_row, 5, 2, 3}});
  std::string many = "x,y,k\n";
  for (int i = 0; i < 100; ++i) many += "a,b,c\n";
  CHECK(read_csv(many).problems.size() == max_csv_problems);
}

TEST_CASE("limits are kept and named") {
  std::string row = "1";
  for (std::size_t column = 0; column < max_columns; ++column) row += ",1";
  CHECK(read_csv(row).samples.columns == max_columns);
  CHECK(read_csv(row + ",1").problems ==
        std::vector<CsvProblem>{{CsvProblemCode::too_many_columns, 1, max_columns + 2, max_columns + 1}});

  CHECK(read_csv(std::string(max_csv_size + 1, ' ')).problems ==
        std::vector<CsvProblem>{{CsvProblemCode::too_large, 0, 0, max_csv_size}});
  std::string rows;
  for (std::size_t i = 0; i <= max_samples; ++i) rows += "1,1\n";
  CHECK(read_csv(rows).problems ==
        std::vector<CsvProblem>{{CsvProblemCode::too_many_rows, max_samples + 1, 1, max_samples}});
  rows.resize(rows.size() - 4);
  CHECK(read_csv(rows).samples.size() == max_samples);
}

/// Any text that is a name: not empty, and no number, which the reader would write its own way.
std::string random_name(Random& random) {
  constexpr std::string_view characters = "ab,;|\t\r\n\" \xef\xbb\xbf\xc3\xa9.1=-";
  std::string name;
  for (std::uint32_t length = 1 + random.next() % 6; length > 0; --length)
    name += characters[random.next() % characters.size()];
  return name + "z";
}

float random_float(Random& random) {
  while (true) {
    const auto number = bit_cast<float>(random.next());
    if (number - number == 0) return number;
  }
}

TEST_CASE("what is written is read back, bit for bit") {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const bool classifies = random.next() % 2 == 0;
    Samples samples{.columns = 1 + random.next() % 5};
    const std::size_t size = 1 + random.next() % 20;
    CsvNames names;
    for (std::size_t c = 0; c < samples.columns; ++c) names.inputs.push_back(random_name(random));
    names.target = random_name(random);
    for (std::size_t i = 0; i < samples.columns * size; ++i) samples.inputs.push_back(random_float(random));
    if (classifies)
      for (std::size_t i = 0; i < std::min(size, 1 + seed % max_classes); ++i)
        names.classes.push_back(random_name(random).append(std::to_string(i)));
    for (std::size_t i = 0; i < size; ++i)
      samples.targets.push_back(classifies ? static_cast<float>(i % names.classes.size())
                                           : random_float(random));

    const std::string csv = write_csv(samples, names);
    CAPTURE(csv);
    const CsvReading reading = read_csv(
        csv, {.target = classifies ? CsvTarget::classes : CsvTarget::values, .header = CsvHeader::present});
    REQUIRE(reading.problems.empty());
    CHECK(reading.names == names);
    CHECK(reading.samples == samples);
    for (std::size_t i = 0; i < samples.inputs.size(); ++i)
      CHECK(bit_cast<std::uint32_t>(reading.samples.inputs[i]) == bit_cast<std::uint32_t>(samples.inputs[i]));
  }
}

TEST_CASE("generated samples survive without names") {
  for (const char* key : {"spirals", "iris", "sine"}) {
    const Samples samples = generate({.dataset = choose_dataset(key), .samples = 90, .classes = 3}).train;
    const std::string csv = write_csv(samples);
    CHECK(csv.substr(0, 2) == "x1");
    const bool values = std::string_view(key) == "sine";
    const CsvReading reading = read_csv(csv, {.target = values ? CsvTarget::values : CsvTarget::classes});
    REQUIRE(reading.problems.empty());
    CHECK(reading.samples == samples);
    CHECK(reading.names.target == "target");
    CHECK(reading.names.inputs[0] == "x1");
  }
}

}  // namespace
}  // namespace lab
