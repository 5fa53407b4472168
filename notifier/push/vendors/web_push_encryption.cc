#include "notifier/push/vendors/web_push_encryption.h"

#include <fmt/format.h>

#include "foundation/security/secret.h"
#include "notifier/push/vendors/aes128gcm.h"

namespace voronka::notifier {
namespace {

using namespace std::string_literals;
using security::HmacSha256;

// HKDF (RFC 5869) of SHA-256, of at most its 32 bytes.
std::string DerivedKey(std::string_view salt, std::string_view secret, std::string_view info, size_t size) {
  return HmacSha256(HmacSha256(salt, secret), fmt::format("{}\x01", info)).substr(0, size);
}

std::string InputKey(const WebPushReceiver& receiver, const WebPushSender& sender) {
  const std::string info = "WebPush: info\0"s + receiver.public_key.Point() + sender.key.PublicPoint();
  return DerivedKey(receiver.auth_secret, sender.key.SharedSecret(receiver.public_key), info, 32);
}

// Of RFC 8188: salt, record size, key id. A record is as long as a message may be, though this one may be shorter.
std::string RecordHeader(const WebPushSender& sender) {
  const std::string record_size = "\x00\x00\x10\x00"s;
  const std::string point = sender.key.PublicPoint();
  return sender.salt + record_size + static_cast<char>(point.size()) + point;
}

}  // namespace

std::string EncryptWebPush(std::string_view text, size_t padded_size, const WebPushReceiver& receiver,
                           const WebPushSender& sender) {
  const std::string input_key = InputKey(receiver, sender);
  const std::string key = DerivedKey(sender.salt, input_key, "Content-Encoding: aes128gcm\0"s, 16);
  const std::string nonce = DerivedKey(sender.salt, input_key, "Content-Encoding: nonce\0"s, 12);
  std::string record = fmt::format("{}\x02", text);
  record.resize(std::max(record.size(), padded_size + 1), '\0');
  return RecordHeader(sender) + EncryptAes128Gcm(record, key, nonce);
}

}  // namespace voronka::notifier
