#pragma once

#include <string>
#include <string_view>

namespace voronka::security {

// argon2id with 19 MiB, 2 passes, 1 lane and a salt of its own: about 20 ms and 19 MiB a call, so go through a
// PasswordGate. The hash is text that names its parameters.
std::string HashPassword(std::string_view password);

// False for another password and for a hash that is none.
bool VerifyPassword(const std::string& hash, std::string_view password);

}  // namespace voronka::security
