#include "core/json_writer.h"

#include <doctest/doctest.h>

#include <limits>

TEST_CASE("JsonWriter places commas and nests") {
  lab::JsonWriter json;
  json.begin_object();
  json.key("a").begin_array().number(1).number(0.5).begin_object().end_object().end_array();
  json.key("b").boolean(true).key("c").null();
  json.end_object();
  CHECK(json.str() == R"({"a":[1,0.5,{}],"b":true,"c":null})");
}

TEST_CASE("JsonWriter begins a line where it is told") {
  lab::JsonWriter json;
  json.begin_array().new_line().number(1).new_line().number(2).end_array();
  CHECK(json.str() == "[\n1,\n2]");
}

TEST_CASE("JsonWriter escapes what JSON does not allow in a text") {
  lab::JsonWriter json;
  json.text("\\max \"x\"\n\x01 激活");
  CHECK(json.str() == "\"\\\\max \\\"x\\\"\\u000a\\u0001 激活\"");
}

TEST_CASE("JsonWriter has no number for NaN and infinities") {
  lab::JsonWriter json;
  json.begin_array();
  json.number(std::numeric_limits<double>::quiet_NaN());
  json.number(std::numeric_limits<double>::infinity());
  json.number(-std::numeric_limits<double>::infinity());
  json.end_array();
  CHECK(json.str() == "[null,null,null]");
}
