#include "network/describe_trainer.h"

#include "core/json_writer.h"
#include "network/datasets/data_setup_json.h"
#include "network/setup_json.h"

namespace lab {

namespace {

/// Where the layers' numbers lie among the parameters, one after the other.
class Offsets {
 public:
  explicit Offsets(JsonWriter& json) : json_(json) {}

  /// Null if the layer has none of them.
  void next(std::string_view name, std::size_t count) {
    json_.key(name);
    if (count == 0)
      json_.null();
    else
      json_.number(static_cast<double>(offset_));
    offset_ += count;
  }

 private:
  JsonWriter& json_;
  std::size_t offset_ = 0;
};

void describe(JsonWriter& json, const LayerShape& layer, Offsets& offsets) {
  json.begin_object();
  json.key("inputs").number(static_cast<double>(layer.inputs));
  json.key("units").number(static_cast<double>(layer.units));
  json.key("firstUnit").number(static_cast<double>(layer.first_unit));
  offsets.next("weights", layer.inputs * layer.units);
  offsets.next("bias", layer.has_bias ? layer.units : 0);
  const std::size_t normalized = layer.normalization == Normalization::none ? 0 : layer.units;
  offsets.next("scale", normalized);
  offsets.next("shift", normalized);
  offsets.next("slope", layer.learns_slope ? 1 : 0);
  json.end_object();
}

void describe_shape(JsonWriter& json, const Trainer& trainer) {
  const Network& network = trainer.network();
  json.begin_object();
  json.key("columns").number(static_cast<double>(trainer.setup().columns));
  json.key("outputs").number(static_cast<double>(network.output_width()));
  json.key("unitCount").number(static_cast<double>(network.unit_count()));
  json.key("parameterCount").number(static_cast<double>(network.parameter_count()));
  json.key("stepsPerEpoch").number(static_cast<double>(trainer.steps_per_epoch()));
  json.key("layers").begin_array();
  Offsets offsets(json);
  for (const LayerShape& layer : network.layers()) describe(json, layer, offsets);
  json.end_array();
  json.end_object();
}

}  // namespace

std::string describe_trainer(const Trainer& trainer) {
  JsonWriter json;
  json.begin_object();
  json.key("setup");
  write_setup(json, trainer.setup());
  if (trainer.data_setup()) {
    json.key("data");
    write_data_setup(json, *trainer.data_setup());
  }
  json.key("shape");
  describe_shape(json, trainer);
  json.end_object();
  return json.str();
}

}  // namespace lab
