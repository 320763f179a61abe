#pragma once

#include <span>

namespace lab {

/// The eigenvalues of a symmetric matrix, in no particular order, to about 1e-15 of the largest one: reduced
/// to a tridiagonal matrix by Householder's reflections, then by implicitly shifted QL steps (Martin,
/// Reinsch, Wilkinson 1968).
///
/// `triangle` is the lower triangle, row by row, of finite numbers below 1e70; it is overwritten.
/// `eigenvalues` and `room` are as long as the matrix is wide. False if the QL steps do not converge.
bool symmetric_eigenvalues(std::span<double> triangle, std::span<double> eigenvalues, std::span<double> room);

}  // namespace lab
