#pragma once

#include <string>
#include <string_view>

namespace voronka::security {

// argon2id with 19 MiB, 2 passes, 1 lane and a random salt. A call takes about 20 ms and 19 MiB, so go through a
// PasswordGate. The hash is a text that includes its parameters.
std::string HashPassword(std::string_view password);

// False for a wrong password and for a malformed hash.
bool VerifyPassword(const std::string& hash, std::string_view password);

}  // namespace voronka::security
