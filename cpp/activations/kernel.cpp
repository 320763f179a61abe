#include "activations/kernel.h"

namespace lab {

void run_formula(Formula formula, Order order, const KernelArguments& arguments) {
  const bool is_second = order == Order::second_derivative;
  float* const targets[] = {is_second ? arguments.second_derivative : arguments.value, arguments.derivative};
  const std::size_t curves = curve_count(order);

  f64x2 low[2], high[2];
  const auto compute = [&](f32x4 x) {
    formula(promote_low(x), arguments.parameters, low);
    formula(promote_high(x), arguments.parameters, high);
  };

  std::size_t i = 0;
  for (; i + 4 <= arguments.count; i += 4) {
    compute(load(arguments.x + i));
    for (std::size_t c = 0; c < curves; ++c) store(targets[c] + i, demote(low[c], high[c]));
  }
  if (const std::size_t rest = arguments.count - i; rest != 0) {
    float padded[4] = {};
    std::memcpy(padded, arguments.x + i, rest * sizeof(float));
    compute(load(padded));
    for (std::size_t c = 0; c < curves; ++c) {
      const f32x4 results = demote(low[c], high[c]);
      std::memcpy(targets[c] + i, &results, rest * sizeof(float));
    }
  }
}

}  // namespace lab
