#pragma once

#include <string>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// What ends what the parser says of a letter that it cut in pieces.
inline constexpr char kNotLatin[] = "a letter that is not Latin; such letters stand in straight quotes only";

// What is wrong with a file, of what its parser says in English. What the parser says seldom is quoted as it is.
rpc::Text SyntaxWords(const std::string& said);

}  // namespace voronka::crm
