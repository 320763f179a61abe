#pragma once

#include <string_view>

#include "network/trainer.h"

namespace lab {

/// A trainer on a data set of the catalogue. The JSON is that of a set-up, whose member `data` is that of a
/// data set-up; everything that is wrong with either is named.
TrainerCreation create_trainer(std::string_view json);

}  // namespace lab
