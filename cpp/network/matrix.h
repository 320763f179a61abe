#pragma once

#include <concepts>

#include "network/lanes.h"
#include "network/setup.h"

// Products of a layer's weights with the lanes. V is the number of vectors that all lanes together make,
// where it is known (it then stays in registers and loops unroll), or 0. The order in which numbers are added
// up does not depend on V.
namespace lab::matrix {

/// start(row) + sum over k of weight(row, k) * x[k][lane], added up in the order of k. weight(row, k)
/// is weights[row * stride + k], or transposed (and without a start) weights[k * stride + row].
struct Product {
  const float* weights;
  std::size_t stride;
  /// Of row r: start[r * start_stride].
  const float* start;
  std::size_t start_stride;
  std::size_t rows;
  /// At least 1.
  std::size_t depth;
  std::size_t lanes;
  const float* x;
};

enum class Mode { plain, transposed };

/// R rows of V vectors: a piece of a result, which begins at `offset`. Row r lies r * stride further on.
template <std::size_t R, std::size_t V>
struct Block {
  f32x4 rows[R][V];
  std::size_t offset;
  std::size_t stride;

  /// Calls `visit(vector, offset from the beginning of the piece)` for each.
  LAB_INLINE void for_each(auto visit) const {
    LAB_UNROLL for (std::size_t r = 0; r < R; ++r) LAB_UNROLL for (std::size_t v = 0; v < V; ++v)
        visit(rows[r][v], r * stride + 4 * v);
  }
};

/// What becomes of each vector of a result: `finish(vector, offset)`.
template <class Finish>
concept Finisher = std::invocable<Finish, f32x4, std::size_t>;

/// The gradient of weights from `delta`, the one by W x + b: at offset unit * stride + i it is the sum over
/// lanes of delta[unit] * x[i]. With `bias_in_row` that of the bias, the sum of delta[unit], follows the last
/// input. Padding: 0.
struct Outer {
  const float* delta;
  const float* x;
  std::size_t units;
  std::size_t inputs;
  std::size_t lanes;
  std::size_t stride;
  bool bias_in_row;
};

namespace detail {

/// R rows by V vectors of the result.
template <Mode mode, std::size_t R, std::size_t V>
LAB_INLINE void multiply_block(const Product& product, std::size_t lanes, const float* weights,
                               std::size_t stride, std::size_t row, std::size_t lane, auto finish) {
  Block<R, V> block{.rows = {}, .offset = row * lanes + lane, .stride = lanes};
  f32x4(&sums)[R][V] = block.rows;
  const float* x = product.x + lane;
  // Pointers that move: not every compiler turns indices into them.
  const float* weight[mode == Mode::plain ? R : 1];
  weight[0] = weights;
  if constexpr (mode == Mode::plain)
    LAB_UNROLL for (std::size_t r = 1; r < R; ++r) weight[r] = weight[r - 1] + stride;
  const auto add_products = [&](auto add) {
    f32x4 inputs[V];
    LAB_UNROLL for (std::size_t v = 0; v < V; ++v) inputs[v] = load(x + 4 * v);
    LAB_UNROLL for (std::size_t r = 0; r < R; ++r) {
      const f32x4 factor(mode == Mode::plain ? *weight[r] : weight[0][r]);
      LAB_UNROLL for (std::size_t v = 0; v < V; ++v) add(sums[r][v], factor * inputs[v]);
    }
    if constexpr (mode == Mode::plain)
      LAB_UNROLL for (const float*& moving : weight) moving += 1;
    else
      weight[0] += stride;
    x += lanes;
  };
  std::size_t k = 0;
  if constexpr (mode == Mode::plain) {
    LAB_UNROLL for (std::size_t r = 0; r < R; ++r) LAB_UNROLL for (std::size_t v = 0; v < V; ++v) sums[r][v] =
        f32x4(product.start[(row + r) * product.start_stride]);
  } else {
    add_products([](f32x4& sum, f32x4 term) { sum = term; });
    k = 1;
  }
  for (; k < product.depth; ++k) add_products([](f32x4& sum, f32x4 term) { sum = sum + term; });
  finish(block);
}

/// All lanes of R rows, in tiles unless V is known.
template <Mode mode, std::size_t R, std::size_t V>
LAB_INLINE void multiply_rows(const Product& product, std::size_t row, auto finish) {
  const float* weights = product.weights + (mode == Mode::plain ? row * product.stride : row);
  if constexpr (V != 0) {
    multiply_block<mode, R, V>(product, 4 * V, weights, product.stride, row, 0, finish);
  } else {
    // Columns of a wide matrix lie a power of two apart and would push each other out of the cache.
    float packed[R * max_width];
    std::size_t stride = product.stride;
    if constexpr (mode != Mode::plain) {
      std::size_t k = 0;
      do {
        for (std::size_t r = 0; r < R; ++r) packed[k * R + r] = weights[k * stride + r];
      } while (++k < product.depth);
      weights = packed;
      stride = R;
    }
    std::size_t lane = 0;
    // Where there is room, two rows of four vectors: of the same number of products, fewer begin with a
    // splat.
    constexpr std::size_t pair = R < 2 ? R : 2;
    for (; lane + 16 <= product.lanes; lane += 16)
      LAB_UNROLL for (std::size_t r = 0; r < R; r += pair) multiply_block<mode, pair, 4>(
          product, product.lanes, weights + r * (mode == Mode::plain ? stride : 1), stride, row + r, lane,
          finish);
    for (; lane + 8 <= product.lanes; lane += 8)
      multiply_block<mode, R, 2>(product, product.lanes, weights, stride, row, lane, finish);
    if (lane < product.lanes)
      multiply_block<mode, R, 1>(product, product.lanes, weights, stride, row, lane, finish);
  }
}

/// The gradient of R units' weights from four inputs.
template <std::size_t R, std::size_t V>
LAB_INLINE void outer_block(const Outer& outer, std::size_t unit, std::size_t input, Finisher auto finish) {
  const std::size_t lanes = V != 0 ? 4 * V : outer.lanes;
  f32x4 sums[R][4];
  const float* delta = outer.delta + unit * lanes;
  const float* x = outer.x + input * lanes;
  const auto add_products = [&](auto add) {
    f32x4 deltas[R];
    LAB_UNROLL for (std::size_t r = 0; r < R; ++r) deltas[r] = load(delta + r * lanes);
    LAB_UNROLL for (std::size_t i = 0; i < 4; ++i) {
      const f32x4 value = load(x + i * lanes);
      LAB_UNROLL for (std::size_t r = 0; r < R; ++r) add(sums[r][i], deltas[r] * value);
    }
    x += 4;
    delta += 4;
  };
  const float* const end = delta + lanes;
  add_products([](f32x4& sum, f32x4 term) { sum = term; });
  // Unrolled, all loads would come first, more than there are registers.
  LAB_ROLLED while (delta != end) add_products([](f32x4& sum, f32x4 term) { sum = sum + term; });
  LAB_UNROLL for (std::size_t r = 0; r < R; ++r) finish(
      horizontal_sums(sums[r][0], sums[r][1], sums[r][2], sums[r][3]), (unit + r) * outer.stride + input);
}

/// The inputs that do not fill a vector, I of them, and the bias.
template <std::size_t I, std::size_t V>
LAB_INLINE void outer_rest(const Outer& outer, Finisher auto finish) {
  const std::size_t lanes = V != 0 ? 4 * V : outer.lanes;
  const std::size_t input = outer.inputs - I;
  const mask32x4 wanted = lanes_below(I + (outer.bias_in_row ? 1 : 0), 0);
  for (std::size_t unit = 0; unit < outer.units; ++unit) {
    const float* const delta = outer.delta + unit * lanes;
    const float* const x = outer.x + input * lanes;
    f32x4 sums[4];
    const auto add_products = [&](std::size_t lane, auto add) {
      const f32x4 slope = load(delta + lane);
      LAB_UNROLL for (std::size_t i = 0; i < I; ++i) add(sums[i], slope * load(x + i * lanes + lane));
      add(sums[I], slope);
    };
    add_products(0, [](f32x4& sum, f32x4 term) { sum = term; });
    LAB_UNROLL for (std::size_t lane = 4; lane < lanes; lane += 4)
        add_products(lane, [](f32x4& sum, f32x4 term) { sum = sum + term; });
    LAB_UNROLL for (std::size_t i = I + 1; i < 4; ++i) sums[i] = f32x4(0.0f);
    finish(keep(wanted, horizontal_sums(sums[0], sums[1], sums[2], sums[3])), unit * outer.stride + input);
  }
}

}  // namespace detail

/// `finish(block)` gets the result piece by piece.
template <Mode mode, std::size_t V>
LAB_INLINE void multiply(const Product& product, auto finish) {
  // As many rows as stay in registers.
  constexpr std::size_t height = V == 3 ? 2 : 4;
  std::size_t row = 0;
  for (; row + height <= product.rows; row += height)
    detail::multiply_rows<mode, height, V>(product, row, finish);
  if constexpr (height > 2) {
    if (product.rows - row >= 2) {
      detail::multiply_rows<mode, 2, V>(product, row, finish);
      row += 2;
    }
  }
  if (row < product.rows) detail::multiply_rows<mode, 1, V>(product, row, finish);
}

template <std::size_t V>
LAB_INLINE void multiply_outer(const Outer& outer, Finisher auto finish) {
  std::size_t unit = 0;
  for (; unit + 2 <= outer.units; unit += 2)
    for (std::size_t input = 0; input + 4 <= outer.inputs; input += 4)
      detail::outer_block<2, V>(outer, unit, input, finish);
  if (unit < outer.units)
    for (std::size_t input = 0; input + 4 <= outer.inputs; input += 4)
      detail::outer_block<1, V>(outer, unit, input, finish);
  switch (outer.inputs % 4) {
    case 1:
      return detail::outer_rest<1, V>(outer, finish);
    case 2:
      return detail::outer_rest<2, V>(outer, finish);
    case 3:
      return detail::outer_rest<3, V>(outer, finish);
    default:
      return;
  }
}

/// The sums over the lanes of each row, four rows at a time; 0 behind the last one.
template <std::size_t V>
LAB_INLINE void sum_rows(const float* x, std::size_t rows, std::size_t all_lanes, Finisher auto finish) {
  const std::size_t lanes = V != 0 ? 4 * V : all_lanes;
  for (std::size_t row = 0; row < rows; row += 4) {
    f32x4 totals[4];
    LAB_UNROLL for (std::size_t r = 0; r < 4; ++r) {
      totals[r] = f32x4(0.0f);
      if (row + r >= rows) continue;
      const float* const numbers = x + (row + r) * lanes;
      totals[r] = load(numbers);
      LAB_UNROLL for (std::size_t lane = 4; lane < lanes; lane += 4) totals[r] =
          totals[r] + load(numbers + lane);
    }
    finish(horizontal_sums(totals[0], totals[1], totals[2], totals[3]), row);
  }
}

/// How many numbers of vectors have variants of their own: 1, 2 ... Index 0 is the variant for any number.
inline constexpr std::size_t variant_count = 4;
constexpr std::size_t variant_for(std::size_t lanes) {
  return lanes / 4 < variant_count ? lanes / 4 : 0;
}

}  // namespace lab::matrix
