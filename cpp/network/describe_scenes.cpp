#include "core/json_writer.h"
#include "network/float_text.h"
#include "network/scenes.h"
#include "network/setup_json.h"

namespace lab {

std::string describe_scenes() {
  JsonWriter json;
  json.begin_object();
  json.key("steps").number(double{scene_steps});
  json.key("data").begin_array();
  for (const Samples& samples : scene_data()) {
    json.new_line().begin_object();
    json.key("columns").number(static_cast<double>(samples.columns));
    json.key("inputs").text(to_hex(samples.inputs));
    json.key("targets").text(to_hex(samples.targets));
    json.end_object();
  }
  json.end_array();
  json.key("scenes").begin_array();
  for (const Scene& scene : scenes()) {
    json.new_line().begin_object();
    json.key("name").text(scene.name);
    json.key("data").number(static_cast<double>(scene.data));
    json.key("setup");
    write_setup(json, scene.setup);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.str();
}

}  // namespace lab
