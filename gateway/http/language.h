#pragma once

#include <string>

#include "gateway/http/message.h"

namespace voronka::gateway {

// `ru` or `en`: whichever of the two the header `accept-language` names first; `ru` if it names neither.
std::string LanguageOf(const Request& request);

}  // namespace voronka::gateway
