#pragma once

#include <string>

namespace lab {

/// What a training run can be made of, besides activations, and its limits, as one JSON document;
/// `web/src/engine/training/choices.ts` gives its types.
std::string describe_choices();

}  // namespace lab
