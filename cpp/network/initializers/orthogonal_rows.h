#pragma once

#include "network/initializers/initializer.h"

namespace lab {

/// A matrix whose rows (or columns, if those are fewer) are orthonormal, times the gain; each such matrix is
/// as likely as any other.
void fill_orthogonal(const InitializerArguments& arguments);

}  // namespace lab
