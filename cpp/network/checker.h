#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "network/problem.h"
#include "network/setup.h"

namespace lab {

/// Collects what is wrong under one path.
class Checker {
 public:
  Checker(Problems& problems, std::string path) : problems_(problems), path_(std::move(path)) {}

  void range(const char* name, double value, double minimum, double maximum) const {
    if (!(value >= minimum && value <= maximum)) add(ProblemCode::out_of_range, name, minimum, maximum);
  }
  void range(const char* name, std::size_t value, std::size_t minimum, std::size_t maximum) const {
    range(name, static_cast<double>(value), static_cast<double>(minimum), static_cast<double>(maximum));
  }
  void expect(bool fits, const char* name, double wanted = 0) const {
    if (!fits) add(ProblemCode::incompatible, name, 0, wanted);
  }
  template <class List>
  void parameters(const char* prefix, const List& infos,
                  const std::array<double, max_choice_parameters>& values) const {
    for (std::size_t i = 0; i < infos.size(); ++i)
      range((std::string(prefix) + "." + std::string(infos[i].key)).c_str(), values[i], infos[i].minimum,
            infos[i].maximum);
  }
  void add(ProblemCode code, std::string_view name, double minimum = 0, double maximum = 0) const {
    problems_.push_back({code, path_ + std::string(name), minimum, maximum});
  }

 private:
  Problems& problems_;
  std::string path_;
};

}  // namespace lab
