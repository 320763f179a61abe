#pragma once

#include <concepts>

#include "network/lanes.h"
#include "network/setup.h"

// Products of a layer's weights with the lanes. V is the number of vectors that all lanes together make,
// where it is known (it then stays in registers and loops unroll), or 0. The order in which numbers are added
// up does not depend on V.
namespace lab::matrix {

/// start(row) + sum over k of weight(row, k) * x[k][lane], added up in the order of k. weight(row, k)
/// is weights[row * stride + k], or transposed weights[k * stride + row].
struct Product {
  const float* weights;
  std::size_t stride;
  /// Of row r: start[r * start_stride]. Null for zeros.
  const float* start;
  std::size_t start_stride;
  std::size_t rows;
  std::size_t depth;
  std::size_t lanes;
  const float* x;
};

enum class Mode { plain, transposed };

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
                               std::size_t stride, std::size_t row, std::size_t lane, Finisher auto finish) {
  f32x4 sums[R][V];
  const float* x = product.x + lane;
  // Pointers that move: not every compiler turns indices into them.
  const float* weight[R];
  LAB_UNROLL for (std::size_t r = 0; r < R; ++r) weight[r] = weights + (mode == Mode::plain ? r * stride : r);
  const auto add_products = [&](auto add) {
    f32x4 inputs[V];
    LAB_UNROLL for (std::size_t v = 0; v < V; ++v) inputs[v] = load(x + 4 * v);
    LAB_UNROLL for (std::size_t r = 0; r < R; ++r) {
      const f32x4 factor(*weight[r]);
      weight[r] += mode == Mode::plain ? 1 : stride;
      LAB_UNROLL for (std::size_t v = 0; v < V; ++v) add(sums[r][v], factor * inputs[v]);
    }
    x += lanes;
  };
  std::size_t k = 0;
  if (mode == Mode::plain && product.start) {
    LAB_UNROLL for (std::size_t r = 0; r < R; ++r) LAB_UNROLL for (std::size_t v = 0; v < V; ++v) sums[r][v] =
        f32x4(product.start[(row + r) * product.start_stride]);
  } else {
    add_products([](f32x4& sum, f32x4 term) { sum = term; });
    k = 1;
  }
  for (; k < product.depth; ++k) add_products([](f32x4& sum, f32x4 term) { sum = sum + term; });
  const std::size_t offset = row * lanes + lane;
  LAB_UNROLL for (std::size_t r = 0; r < R; ++r) LAB_UNROLL for (std::size_t v = 0; v < V; ++v)
      finish(sums[r][v], offset + r * lanes + 4 * v);
}

/// All lanes of R rows, in tiles of two vectors unless V is known.
template <Mode mode, std::size_t R, std::size_t V>
LAB_INLINE void multiply_rows(const Product& product, std::size_t row, Finisher auto finish) {
  const float* weights = product.weights + (mode == Mode::plain ? row * product.stride : row);
  if constexpr (V != 0) {
    multiply_block<mode, R, V>(product, 4 * V, weights, product.stride, row, 0, finish);
  } else {
    // Columns of a wide matrix lie a power of two apart and would push each other out of the cache.
    float packed[R * max_width];
    std::size_t stride = product.stride;
    if constexpr (mode != Mode::plain) {
      for (std::size_t k = 0; k < product.depth; ++k)
        for (std::size_t r = 0; r < R; ++r) packed[k * R + r] = weights[k * stride + r];
      weights = packed;
      stride = R;
    }
    std::size_t lane = 0;
    for (; lane + 8 <= product.lanes; lane += 8)
      multiply_block<mode, R, 2>(product, product.lanes, weights, stride, row, lane, finish);
    if (lane < product.lanes)
      multiply_block<mode, R, 1>(product, product.lanes, weights, stride, row, lane, finish);
  }
}

/// The gradient of R units' weights from I inputs and, if there is a fourth lane left, of their biases.
template <std::size_t R, std::size_t I, bool bias, std::size_t V>
LAB_INLINE void outer_block(const Outer& outer, std::size_t unit, std::size_t input, Finisher auto finish) {
  const std::size_t lanes = V != 0 ? 4 * V : outer.lanes;
  f32x4 sums[R][4];
  LAB_UNROLL for (std::size_t r = 0; r < R; ++r) LAB_UNROLL for (std::size_t i = 0; i < 4; ++i) sums[r][i] =
      f32x4(0.0f);
  const float* delta = outer.delta + unit * lanes;
  const float* x = outer.x + input * lanes;
  LAB_UNROLL for (std::size_t lane = 0; lane < lanes; lane += 4, x += 4, delta += 4) {
    f32x4 deltas[R];
    LAB_UNROLL for (std::size_t r = 0; r < R; ++r) deltas[r] = load(delta + r * lanes);
    LAB_UNROLL for (std::size_t i = 0; i < I; ++i) {
      const f32x4 value = load(x + i * lanes);
      LAB_UNROLL for (std::size_t r = 0; r < R; ++r) sums[r][i] = sums[r][i] + deltas[r] * value;
    }
    if constexpr (bias) LAB_UNROLL for (std::size_t r = 0; r < R; ++r) sums[r][I] = sums[r][I] + deltas[r];
  }
  LAB_UNROLL for (std::size_t r = 0; r < R; ++r) finish(
      horizontal_sums(sums[r][0], sums[r][1], sums[r][2], sums[r][3]), (unit + r) * outer.stride + input);
}

/// The inputs that do not fill a vector.
template <std::size_t R, bool bias, std::size_t V>
LAB_INLINE void outer_rest(const Outer& outer, std::size_t unit, Finisher auto finish) {
  const std::size_t input = outer.inputs & ~std::size_t{3};
  switch (outer.inputs - input) {
    case 1:
      return outer_block<R, 1, bias, V>(outer, unit, input, finish);
    case 2:
      return outer_block<R, 2, bias, V>(outer, unit, input, finish);
    case 3:
      return outer_block<R, 3, bias, V>(outer, unit, input, finish);
    default:
      return;
  }
}

template <std::size_t R, std::size_t V>
LAB_INLINE void outer_rows(const Outer& outer, std::size_t unit, Finisher auto finish) {
  for (std::size_t input = 0; input + 4 <= outer.inputs; input += 4)
    outer_block<R, 4, false, V>(outer, unit, input, finish);
  if (outer.bias_in_row)
    outer_rest<R, true, V>(outer, unit, finish);
  else
    outer_rest<R, false, V>(outer, unit, finish);
}

}  // namespace detail

template <Mode mode, std::size_t V>
LAB_INLINE void multiply(const Product& product, Finisher auto finish) {
  std::size_t row = 0;
  for (; row + 4 <= product.rows; row += 4) detail::multiply_rows<mode, 4, V>(product, row, finish);
  if (product.rows - row >= 2) {
    detail::multiply_rows<mode, 2, V>(product, row, finish);
    row += 2;
  }
  if (row < product.rows) detail::multiply_rows<mode, 1, V>(product, row, finish);
}

template <std::size_t V>
LAB_INLINE void multiply_outer(const Outer& outer, Finisher auto finish) {
  std::size_t unit = 0;
  for (; unit + 2 <= outer.units; unit += 2) detail::outer_rows<2, V>(outer, unit, finish);
  if (unit < outer.units) detail::outer_rows<1, V>(outer, unit, finish);
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
