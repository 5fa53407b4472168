#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/process/random.h"

namespace voronka::security {

// Bytes that only a holder of the key can read, make or change. `key`: 32 bytes. `purpose` must be named again to open
// them; it is not kept.
std::string Sealed(std::string_view key, std::string_view text, std::string_view purpose, process::Random& random);

// Nothing: they were not sealed so.
std::optional<std::string> Unsealed(std::string_view key, std::string_view sealed, std::string_view purpose);

}  // namespace voronka::security
