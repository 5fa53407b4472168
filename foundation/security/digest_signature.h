#pragma once

#include <openssl/types.h>

#include <string>
#include <string_view>

namespace voronka::security {

// The key's signature over the text's SHA-256, as OpenSSL writes it. Throws KeyError if the key cannot sign.
std::string SignSha256(EVP_PKEY* key, std::string_view text);

}  // namespace voronka::security
