#include "core/json_reader.h"

#include <doctest/doctest.h>

#include <cstdint>

#include "core/json_writer.h"

namespace lab {
namespace {

JsonValue value_of(std::string_view document) {
  JsonReading reading = read_json(document);
  REQUIRE_MESSAGE(reading.value, std::string(document));
  return *reading.value;
}

TEST_CASE("JSON values are read") {
  const JsonValue value = value_of(R"( {"a": [1, -2.5, 3e2, 0.1], "b": {"c": true, "d": null}, "e": "x"} )");
  CHECK(value.type() == JsonValue::Type::object);
  const auto& list = value.find("a")->items();
  REQUIRE(list.size() == 4);
  CHECK(list[0].number() == 1);
  CHECK(list[1].number() == -2.5);
  CHECK(list[2].number() == 300);
  CHECK(list[3].number() == 0.1);
  CHECK(value.find("b")->find("c")->boolean());
  CHECK(value.find("b")->find("d")->type() == JsonValue::Type::null);
  CHECK(value.find("e")->text() == "x");
  CHECK(value.find("f") == nullptr);
  CHECK(value.find("e")->find("x") == nullptr);
}

TEST_CASE("the last member of a name counts") {
  CHECK(value_of(R"({"a":1,"a":2})").find("a")->number() == 2);
}

TEST_CASE("escapes name characters") {
  CHECK(value_of(R"("\"\\\/\b\f\n\r\tA\u00e9\u4e2d\ud83d\ude00")").text() ==
        "\"\\/\b\f\n\r\tA\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80");
}

TEST_CASE("numbers are rounded to nearest") {
  CHECK(value_of("5e-324").number() == 5e-324);
  CHECK(value_of("1.7976931348623157e308").number() == 1.7976931348623157e308);
  CHECK(value_of("9007199254740993").number() == 9007199254740992.0);
  CHECK(value_of("-0").number() == 0);
}

TEST_CASE("what is not JSON is refused at its first wrong byte") {
  const auto error = [](std::string_view document) -> std::size_t {
    const JsonReading reading = read_json(document);
    CHECK_MESSAGE(!reading.value, std::string(document));
    return reading.error_offset;
  };
  CHECK(error("") == 0);
  CHECK(error("{") == 1);
  CHECK(error("[1,]") == 3);
  CHECK(error("[1 2]") == 3);
  CHECK(error("{\"a\" 1}") == 5);
  CHECK(error("01") == 1);
  CHECK(error("1.") == 2);
  CHECK(error(".5") == 0);
  CHECK(error("1e+") == 3);
  CHECK(error("-") == 1);
  CHECK(error("nul") == 3);
  CHECK(error("NaN") == 0);
  CHECK(error("\"a") == 2);
  CHECK(error("\"\n\"") == 1);
  CHECK(error(R"("\x")") == 2);
  CHECK(error(R"("\ud800")") == 7);
  CHECK(error(R"("\udc00")") == 7);
  CHECK(error("1 1") == 2);
}

TEST_CASE("containers may be nested to a limit") {
  const auto nested = [](int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']');
  };
  CHECK(read_json(nested(max_json_depth)).value);
  CHECK_FALSE(read_json(nested(max_json_depth + 1)).value);
}

TEST_CASE("a document may have values to a limit") {
  const auto list_of = [](std::size_t count) {
    std::string text = "[0";
    for (std::size_t i = 1; i < count; ++i) text += ",0";
    return text + ']';
  };
  CHECK(value_of(list_of(max_json_values - 1)).items().size() == max_json_values - 1);
  CHECK_FALSE(read_json(list_of(max_json_values)).value);
}

TEST_CASE("what the writer writes is read back") {
  JsonWriter json;
  json.begin_object()
      .key("n")
      .number(0.1)
      .key("t")
      .text("\na\"\\\n\x01zz")
      .key("l")
      .begin_array()
      .null()
      .boolean(false)
      .end_array()
      .end_object();
  const JsonValue value = value_of(json.str());
  CHECK(value.find("n")->number() == 0.1);
  CHECK(value.find("t")->text() == "\na\"\\\n\x01zz");
  CHECK(value.find("l")->items().size() == 2);
}

}  // namespace
}  // namespace lab
