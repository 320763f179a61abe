#pragma once

#include "network/initializers/initializer.h"
#include "network/initializers/orthogonal_rows.h"

namespace lab {

/// A random rotation: keeps lengths exactly.
struct Orthogonal {
  static constexpr InitializerInfo info{
      .choice =
          {.key = "orthogonal",
           .name = "Orthogonal",
           .name_zh = "正交",
           .latex = R"(W W^{\mathsf T} = g^2 I)",
           .parameters = {},
           .pytorch = "nn.init.orthogonal_(w, gain={gain})",
           .paper =
               {.authors = "Saxe, McClelland, Ganguli",
                .year = 2014,
                .title =
                    "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks",
                .url = "https://arxiv.org/abs/1312.6120"}},
      .uses_gain = true};

  static void fill(const InitializerArguments& arguments) { fill_orthogonal(arguments); }
};

}  // namespace lab
