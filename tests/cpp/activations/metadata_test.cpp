#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "activations/registry.h"
#include "catalogue_types.h"

namespace lab::testing {
namespace {

std::string camel_case(std::string_view key) {
  std::string name;
  bool start_of_word = true;
  for (const char letter : key) {
    if (letter != '_') name += start_of_word ? static_cast<char>(std::toupper(letter)) : letter;
    start_of_word = letter == '_';
  }
  return name;
}

template <class A>
std::string_view type_name() {
  return __PRETTY_FUNCTION__;
}

/// Every opening bracket is closed, in order; escaped ones are text.
bool balanced(std::string_view text, std::string_view opening, std::string_view closing) {
  std::string open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
      continue;
    }
    if (opening.find(text[i]) != std::string_view::npos) open += text[i];
    const std::size_t kind = closing.find(text[i]);
    if (kind == std::string_view::npos) continue;
    if (open.empty() || open.back() != opening[kind]) return false;
    open.pop_back();
  }
  return open.empty();
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

bool is_identifier(std::string_view text) {
  return !text.empty() && std::islower(text[0]) != 0 &&
         std::all_of(text.begin(), text.end(), [](char letter) {
           return std::islower(letter) != 0 || std::isdigit(letter) != 0 || letter == '_';
         });
}

/// The names in braces.
std::set<std::string_view> placeholders(std::string_view code) {
  std::set<std::string_view> names;
  for (std::size_t at = code.find('{'); at != std::string_view::npos; at = code.find('{', at + 1))
    names.insert(code.substr(at + 1, code.find('}', at) - at - 1));
  return names;
}

TEST_CASE("the keys of the catalogue are sorted, and no name means two activations") {
  std::set<std::string_view> names;
  std::string_view previous;
  for (const ActivationEntry* entry : activations()) {
    CHECK(previous < entry->info.key);
    previous = entry->info.key;
    CHECK_MESSAGE(names.insert(entry->info.key).second, entry->info.key);
    for (const std::string_view alias : entry->info.aliases) CHECK_MESSAGE(names.insert(alias).second, alias);
  }
}

TEST_CASE_TEMPLATE_DEFINE("an activation is found by its key, which is the name of its file", A, key) {
  CHECK(is_identifier(A::info.key));
  // The type is named after the file by CMake.
  CHECK(type_name<A>().find("lab::" + camel_case(A::info.key)) != std::string_view::npos);
  const ActivationEntry* entry = find_activation(A::info.key);
  REQUIRE(entry != nullptr);
  CHECK(entry->info.key == A::info.key);
  CHECK(find_activation(std::string(A::info.key) + "_") == nullptr);
}
TEST_CASE_TEMPLATE_APPLY(key, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("parameters have consistent limits", A, parameters) {
  std::set<std::string_view> keys;
  for (const ParameterInfo& parameter : A::info.parameters) {
    CAPTURE(parameter.key);
    CHECK(is_identifier(parameter.key));
    CHECK(keys.insert(parameter.key).second);
    CHECK_FALSE(parameter.symbol.empty());
    CHECK(parameter.minimum <= parameter.slider_minimum);
    CHECK(parameter.slider_minimum <= parameter.initial);
    CHECK(parameter.initial <= parameter.slider_maximum);
    CHECK(parameter.slider_minimum < parameter.slider_maximum);
    CHECK(parameter.slider_maximum <= parameter.maximum);
    CHECK(parameter.step > 0);
    CHECK(parameter.step <= parameter.slider_maximum - parameter.slider_minimum);
  }
}
TEST_CASE_TEMPLATE_APPLY(parameters, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("code names the parameters, and all of them where it matters", A, code) {
  std::set<std::string_view> known;
  for (const ParameterInfo& parameter : A::info.parameters) known.insert(parameter.key);
  const Code& code = A::info.code;
  for (const std::string_view text : {code.pytorch_module, code.pytorch, code.keras, code.jax, code.onnx,
                                      code.javascript, code.javascript_derivative}) {
    CAPTURE(text);
    CHECK(balanced(text, "([{", ")]}"));
    for (const std::string_view name : placeholders(text)) CHECK_MESSAGE(known.count(name) == 1, name);
  }
  CHECK(placeholders(code.pytorch) == known);
  CHECK(placeholders(code.javascript) == known);
  CHECK_FALSE(code.pytorch.empty());
  CHECK_FALSE(code.javascript.empty());
  CHECK_FALSE(code.javascript_derivative.empty());
  CHECK((code.pytorch_module.empty() || code.pytorch_module.substr(0, 3) == "nn."));
}
TEST_CASE_TEMPLATE_APPLY(code, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("formulas are balanced LaTeX and mention every parameter", A, latex) {
  const ActivationInfo& info = A::info;
  for (const std::string_view text : {info.latex, info.latex_derivative, info.latex_second_derivative}) {
    CAPTURE(text);
    CHECK_FALSE(text.empty());
    CHECK(balanced(text, "{", "}"));
    CHECK(occurrences(text, R"(\begin{)") == occurrences(text, R"(\end{)"));
    CHECK(occurrences(text, R"(\left)") - occurrences(text, R"(\leftarrow)") ==
          occurrences(text, R"(\right)"));
  }
  for (const ParameterInfo& parameter : info.parameters)
    CHECK_MESSAGE(info.latex.find(parameter.symbol) != std::string_view::npos, parameter.symbol);
}
TEST_CASE_TEMPLATE_APPLY(latex, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("a paper is complete or absent", A, paper) {
  const Paper& paper = A::info.paper;
  CHECK_FALSE(A::info.name.empty());
  if (paper.title.empty()) {
    CHECK(paper.authors.empty());
    CHECK(paper.year == 0);
    CHECK(paper.url.empty());
  } else {
    CHECK_FALSE(paper.authors.empty());
    CHECK(paper.year > 1900);
    CHECK(paper.url.substr(0, 8) == "https://");
  }
}
TEST_CASE_TEMPLATE_APPLY(paper, ActivationTypes);

TEST_CASE_TEMPLATE_DEFINE("the promised accuracy is worth promising", A, promise) {
  const Accuracy& accuracy = A::info.accuracy;
  for (const ErrorBound& bound : {accuracy.value, accuracy.derivative, accuracy.second_derivative}) {
    CHECK(bound.ulp <= 2.5);
    CHECK(bound.absolute <= 2e-7);
  }
}
TEST_CASE_TEMPLATE_APPLY(promise, ActivationTypes);

}  // namespace
}  // namespace lab::testing
