#pragma once

#include "network/initializers/initializer.h"
#include "network/initializers/orthogonal_rows.h"

namespace lab {

/// Orthogonal, then scaled layer by layer to unit variance on the data.
struct Lsuv {
  static constexpr InitializerInfo info{.choice = {.key = "lsuv",
                                                   .name = "LSUV",
                                                   .name_zh = "LSUV",
                                                   .latex = R"(\operatorname{Var}(W x + b) = 1)",
                                                   .parameters = {},
                                                   .pytorch = "",
                                                   .paper = {.authors = "Mishkin, Matas",
                                                             .year = 2016,
                                                             .title = "All you need is a good init",
                                                             .url = "https://arxiv.org/abs/1511.06422"}},
                                        .scales_by_data = true};

  static void fill(const InitializerArguments& arguments) { fill_orthogonal(arguments); }
};

}  // namespace lab
