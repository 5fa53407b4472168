#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "foundation/security/p256_key.h"

namespace voronka::notifier {

// The keys of a Web Push subscription.
struct WebPushReceiver {
  security::P256PublicKey public_key;
  // 16 bytes.
  std::string auth_secret;
};

// What one message is encrypted with, never to be used again.
struct WebPushSender {
  security::P256PrivateKey key;
  // 16 random bytes.
  std::string salt;
};

// What encryption adds to a text, before any padding.
inline constexpr size_t kWebPushOverhead = 103;

// The body of a Web Push message (RFC 8291): one record of `aes128gcm` (RFC 8188). The text is padded to
// `padded_size` bytes.
std::string EncryptWebPush(std::string_view text, size_t padded_size, const WebPushReceiver& receiver,
                           const WebPushSender& sender);

}  // namespace voronka::notifier
