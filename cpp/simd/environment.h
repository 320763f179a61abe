#pragma once

#include <cfloat>
#include <limits>

// Same seed, same bits: every target must round each operation once, to nearest, in its own type.
#if defined(__FAST_MATH__)
#error "Activation Lab must not be built with -ffast-math: results would differ between machines."
#endif
static_assert(FLT_EVAL_METHOD == 0, "float and double must be evaluated in their own precision");
static_assert(std::numeric_limits<float>::is_iec559 && std::numeric_limits<double>::is_iec559);

/// Kernels are written as small functions and must end up as one loop body.
#define LAB_INLINE [[gnu::always_inline]] inline

/// For short loops over an array that must stay in registers.
#define LAB_UNROLL _Pragma("GCC unroll 4")

/// A call whose result depends on its arguments alone: equal calls may be merged.
#define LAB_PURE [[gnu::const, gnu::noinline]]
