#include "analysis/describe_properties.h"

#include "analysis/measured_properties.h"
#include "core/json_writer.h"

namespace lab {

namespace {

constexpr std::string_view symmetry_name(Symmetry symmetry) {
  switch (symmetry) {
    case Symmetry::odd:
      return "odd";
    case Symmetry::even:
      return "even";
    case Symmetry::none:
      break;
  }
  return "none";
}

void describe(JsonWriter& json, const Range& range) {
  json.begin_object();
  json.key("lower").number(range.lower);
  json.key("upper").number(range.upper);
  json.key("lowerClosed").boolean(range.lower_closed);
  json.key("upperClosed").boolean(range.upper_closed);
  json.end_object();
}

void describe(JsonWriter& json, const std::optional<double>& number) {
  if (number) {
    json.number(*number);
  } else {
    json.null();
  }
}

void describe(JsonWriter& json, const ExtremeSlope& slope) {
  json.begin_object();
  json.key("value");
  describe(json, slope.value);
  json.key("at");
  describe(json, slope.at);
  json.end_object();
}

bool is_empty(const Range& range) {
  return range.lower > range.upper ||
         (range.lower == range.upper && !(range.lower_closed && range.upper_closed));
}

}  // namespace

std::string describe_properties(const ActivationEntry& entry, const float* parameters) {
  const Properties declared = entry.properties(parameters);
  const MeasuredProperties measured = measure_properties(entry, parameters);
  JsonWriter json;
  json.begin_object();
  json.key("range");
  describe(json, declared.range);
  json.key("monotone").boolean(declared.monotone);
  json.key("symmetry").text(symmetry_name(declared.symmetry));
  json.key("zeroCentred").boolean(declared.symmetry == Symmetry::odd);
  json.key("saturatesLeft").boolean(declared.saturates_left);
  json.key("saturatesRight").boolean(declared.saturates_right);
  json.key("kinks").begin_array();
  for (const double kink : declared.kinks) json.number(kink);
  json.end_array();
  json.key("lipschitz");
  describe(json, measured.lipschitz);
  json.key("largestDerivative");
  describe(json, measured.largest_derivative);
  json.key("smallestDerivative");
  describe(json, measured.smallest_derivative);
  json.key("fixedPoints").begin_array();
  for (const FixedPoint& point : measured.fixed_points)
    json.begin_object().key("x").number(point.x).key("slope").number(point.slope).end_object();
  json.end_array();
  json.key("identityOn");
  if (is_empty(declared.identity_on)) {
    json.null();
  } else {
    describe(json, declared.identity_on);
  }
  json.end_object();
  return json.str();
}

}  // namespace lab
