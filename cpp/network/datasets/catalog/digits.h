#pragma once

#include "network/datasets/dataset.h"
#include "network/datasets/tables/digits.h"

namespace lab::dataset {

/// Handwritten digits, 8 x 8 pixels with ink from 0 to 16; the network sees -1 to 1.
struct Digits {
  static constexpr DatasetInfo info{
      .choice = {.key = "digits",
                 .name = "Handwritten digits",
                 .name_zh = "手写数字",
                 .latex = "",
                 .parameters = {},
                 .pytorch = "",
                 .paper = {.authors = "Alpaydin, Kaynak",
                           .year = 1998,
                           .title = "Optical Recognition of Handwritten Digits",
                           .url = "https://doi.org/10.24432/C50P49"}},
      .tasks = {Task::multi_class},
      .columns = 64,
      .measured = {{.label = {"ink", "墨迹"}, .unit = "", .centre = 8, .scale = 8}},
      .image_width = 8,
      .fewest_classes = 10,
      .most_classes = 10,
      .fixed_size = 500,
      .extent = 1,
      .licence = "CC BY 4.0"};

  static double measured(std::size_t row, std::size_t column) {
    return digits_table[row * line_length + column] - 'a';
  }
  static std::size_t label(std::size_t row) { return row / 50; }

 private:
  static constexpr std::size_t line_length = 65;
  static_assert(sizeof digits_table == 500 * line_length);
};

}  // namespace lab::dataset
