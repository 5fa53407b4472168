#include "notifier/push/vendors/web_push.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>

#include "foundation/process/random.h"
#include "notifier/push/vendors/push_payload.h"
#include "notifier/push/vendors/time_to_live.h"
#include "notifier/push/vendors/vendor_answer.h"
#include "notifier/push/vendors/web_push_encryption.h"

namespace voronka::notifier {
namespace {

using v1::KindPreference;

// Push services take no more.
constexpr size_t kLongestWebPush = 4096;
constexpr size_t kLongestText = kLongestWebPush - kWebPushOverhead;
// Texts are padded to a multiple of this, so that lengths do not tell what is in them.
constexpr size_t kPaddingStep = 1024;
constexpr size_t kAuthSecretSize = 16;
constexpr size_t kSaltSize = 16;

size_t PaddedSize(size_t size) {
  return std::min(kLongestText, (size + kPaddingStep - 1) / kPaddingStep * kPaddingStep);
}

std::string NewSalt() {
  std::string salt(kSaltSize, '\0');
  process::SystemRandom().Fill(std::as_writable_bytes(std::span(salt)));
  return salt;
}

std::string Encrypted(const std::string& text, const v1::Device& device) {
  return EncryptWebPush(text, PaddedSize(text.size()),
                        {security::P256PublicKey::FromPoint(device.public_key()), device.auth_secret()},
                        {security::P256PrivateKey::Generate(), NewSalt()});
}

const char* UrgencyHeader(KindPreference::Urgency urgency) {
  switch (urgency) {
    case KindPreference::URGENCY_LOW:
      return "urgency: low";
    case KindPreference::URGENCY_HIGH:
      return "urgency: high";
    default:
      return "urgency: normal";
  }
}

PushAnswer AnswerOfWebPush(const HttpAnswer& answer) {
  constexpr int kNotFound = 404;
  constexpr int kGone = 410;
  const bool is_gone = answer.status == kNotFound || answer.status == kGone;
  return is_gone ? Answer(PushAnswer::Outcome::kGone, answer, answer.body) : AnswerByStatus(answer, answer.body);
}

bool IsPoint(const std::string& key) try {
  security::P256PublicKey::FromPoint(key);
  return true;
} catch (const security::KeyError&) {
  return false;
}

void CheckKey(const std::string& key, bool is_valid, const std::string& field, rpc::Violations& violations) {
  if (key.empty()) return violations.Add("REQUIRED", field, {"A value is required.", "Нужно значение."});
  violations.AddUnless(is_valid, "KEY_INVALID", field, {"It is not a key of a subscription.", "Это не ключ подписки."});
}

}  // namespace

WebPush::WebPush(const config::v1::WebPush& configuration, const process::Clock& clock, PushHttp& http)
    : clock_(clock), http_(http), guard_(configuration.allowed_hosts()), vapid_(configuration) {}

void WebPush::Check(const v1::Device& device, rpc::Violations& violations) const {
  violations.AddUnless(guard_.Find(device.address()).has_value(), "ADDRESS_NOT_ALLOWED", "device.address",
                       {"This server sends nothing to that push service.",
                        "Этот сервер ничего не отправляет в такую службу уведомлений."});
  CheckKey(device.public_key(), IsPoint(device.public_key()), "device.public_key", violations);
  CheckKey(device.auth_secret(), device.auth_secret().size() == kAuthSecretSize, "device.auth_secret", violations);
}

void WebPush::Send(Push push, PushAnswered answered) {
  const auto text =
      WriteWithin(kLongestText, push.message, [](const v1::PushMessage& message) { return ToJson(message).dump(); });
  if (!text) return answered(TooLong());
  const auto address = guard_.Find(push.device.address());
  http_.Ask(Request(push, *address, Encrypted(*text, push.device)),
            [answered = std::move(answered)](const HttpAnswer& answer) { answered(AnswerOfWebPush(answer)); });
}

HttpRequest WebPush::Request(const Push& push, const AddressGuard::Allowed& address, std::string body) {
  const int64_t now = clock_.NowMicros();
  HttpRequest request{.url = push.device.address(),
                      .headers = {"authorization: " + vapid_.Authorization(address.url.Origin(), now),
                                  "content-type: application/octet-stream", "content-encoding: aes128gcm",
                                  fmt::format("ttl: {}", TimeToLiveSeconds(push, now)), UrgencyHeader(push.urgency)},
                      .body = std::move(body),
                      .may_be_private = address.may_be_private};
  if (!push.collapse_key.empty()) request.headers.push_back("topic: " + push.collapse_key);
  return request;
}

}  // namespace voronka::notifier
