#pragma once

#include <string>
#include <string_view>

namespace voronka::notifier {

// The encrypted text and its tag of 16 bytes. `key` is 16 bytes, `nonce` 12, and never the same again for this key.
std::string EncryptAes128Gcm(std::string_view text, std::string_view key, std::string_view nonce);

}  // namespace voronka::notifier
