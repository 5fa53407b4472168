#pragma once

#include <string>
#include <string_view>

#include "foundation/process/random.h"

namespace voronka::security {

// 32 random bytes in base64url: a token that cannot be guessed. Store its Sha256, never the token itself.
std::string NewSecret(process::Random& random);

// 32 bytes.
std::string Sha256(std::string_view text);

// 32 bytes, which cannot be computed without the key.
std::string HmacSha256(std::string_view key, std::string_view text);

// Takes the same time wherever the texts differ. Does not hide lengths.
bool EqualInConstantTime(std::string_view a, std::string_view b);

}  // namespace voronka::security
