#include "activations/describe.h"

#include "activations/describe_parts.h"
#include "activations/registry.h"
#include "activations/vector/registry.h"
#include "core/json_writer.h"

namespace lab {

namespace {

void describe(JsonWriter& json, const ErrorBound& bound) {
  json.begin_object();
  json.key("ulp").number(bound.ulp);
  json.key("absolute").number(bound.absolute);
  json.end_object();
}

void describe(JsonWriter& json, const Code& code) {
  json.begin_object();
  json.key("pytorchModule").text(code.pytorch_module);
  json.key("pytorch").text(code.pytorch);
  json.key("keras").text(code.keras);
  json.key("jax").text(code.jax);
  json.key("onnx").text(code.onnx);
  json.key("javascript").text(code.javascript);
  json.key("javascriptDerivative").text(code.javascript_derivative);
  json.end_object();
}

/// What the element-wise and the vector kind have in common.
template <class Info>
void describe_use(JsonWriter& json, const Info& info) {
  describe_parameters(json, info.parameters);
  json.key("code");
  describe(json, info.code);
  json.key("paper");
  describe(json, info.paper);
}

void describe(JsonWriter& json, const ActivationInfo& info) {
  json.begin_object();
  describe_names(json, info.key, info.name, info.name_zh);
  json.key("aliases").begin_array();
  for (const std::string_view alias : info.aliases) json.text(alias);
  json.end_array();
  json.key("family").text(family_name(info.family));
  json.key("latex").text(info.latex);
  json.key("latexDerivative").text(info.latex_derivative);
  json.key("latexSecondDerivative").text(info.latex_second_derivative);
  describe_use(json, info);
  json.key("accuracy").begin_object();
  json.key("value");
  describe(json, info.accuracy.value);
  json.key("derivative");
  describe(json, info.accuracy.derivative);
  json.key("secondDerivative");
  describe(json, info.accuracy.second_derivative);
  json.end_object();
  json.end_object();
}

void describe(JsonWriter& json, const VectorInfo& info) {
  json.begin_object();
  describe_names(json, info.key, info.name, info.name_zh);
  json.key("latex").text(info.latex);
  json.key("latexJacobian").text(info.latex_jacobian);
  describe_use(json, info);
  json.key("accuracy").begin_object();
  json.key("value");
  describe(json, info.accuracy.value);
  json.key("jacobian");
  describe(json, info.accuracy.jacobian);
  json.end_object();
  json.end_object();
}

}  // namespace

std::string describe_catalogue() {
  JsonWriter json;
  json.begin_object();
  json.key("activations").begin_array();
  for (const ActivationEntry* entry : activations()) describe(json, entry->info);
  json.end_array();
  json.key("vectors").begin_array();
  for (const VectorEntry* entry : vector_activations()) describe(json, entry->info);
  json.end_array();
  json.end_object();
  return json.str();
}

}  // namespace lab
