#pragma once

#include <string>

namespace lab {

/// The catalogue as one JSON document; `web/src/engine/catalogue.ts` gives its types. The page, the exports,
/// the golden data and the documents are made from it.
std::string describe_catalogue();

}  // namespace lab
