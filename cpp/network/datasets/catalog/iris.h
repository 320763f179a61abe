#pragma once

#include "network/datasets/dataset.h"
#include "network/datasets/tables/iris.h"

namespace lab::dataset {

/// Flowers of three species. The petals come first: they tell the species apart, so that x1 and x2 alone are
/// worth a look. Centre and scale are mean and deviation of the whole table, rounded.
struct Iris {
  static constexpr DatasetInfo info{
      .choice = {.key = "iris",
                 .name = "Iris",
                 .name_zh = "鸢尾花",
                 .latex = "",
                 .parameters = {},
                 .pytorch = "",
                 .paper = {.authors = "Fisher",
                           .year = 1936,
                           .title = "The use of multiple measurements in taxonomic problems",
                           .url = "https://doi.org/10.1111/j.1469-1809.1936.tb02137.x"}},
      .tasks = {Task::multi_class},
      .columns = 4,
      .measured = {{.label = {"petal length", "花瓣长度"}, .unit = "cm", .centre = 3.8, .scale = 1.8},
                   {.label = {"petal width", "花瓣宽度"}, .unit = "cm", .centre = 1.2, .scale = 0.8},
                   {.label = {"sepal length", "花萼长度"}, .unit = "cm", .centre = 5.8, .scale = 0.8},
                   {.label = {"sepal width", "花萼宽度"}, .unit = "cm", .centre = 3.1, .scale = 0.4}},
      .fewest_classes = 3,
      .most_classes = 3,
      .class_names = {{"Iris setosa", "山鸢尾"},
                      {"Iris versicolor", "变色鸢尾"},
                      {"Iris virginica", "维吉尼亚鸢尾"}},
      .fixed_size = 150,
      .extent = 3,
      .licence = "Public domain"};

  static double measured(std::size_t row, std::size_t column) {
    const char* const digits = iris_table + row * line_length + column * 3;
    return ((digits[0] - '0') * 10 + (digits[1] - '0')) / 10.0;
  }
  static std::size_t label(std::size_t row) { return row / 50; }

 private:
  static constexpr std::size_t line_length = 12;
  static_assert(sizeof iris_table == 150 * line_length);
};

}  // namespace lab::dataset
