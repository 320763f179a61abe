#include "network/datasets/formula/formula.h"

#include <array>

namespace lab {

double CurveFormula::operator()(double x) const {
  std::array<double, max_formula_length> stack;
  std::size_t size = 0;
  for (const Step& step : steps_) {
    switch (step.kind) {
      case Step::Kind::number:
        stack[size++] = step.number;
        break;
      case Step::Kind::argument:
        stack[size++] = x;
        break;
      case Step::Kind::unary:
        stack[size - 1] = step.unary(stack[size - 1]);
        break;
      case Step::Kind::binary:
        --size;
        stack[size - 1] = step.binary(stack[size - 1], stack[size]);
        break;
    }
  }
  return stack[0];
}

}  // namespace lab
