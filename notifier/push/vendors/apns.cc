#include "notifier/push/vendors/apns.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "foundation/process/read_file.h"
#include "notifier/push/vendors/answer_json.h"
#include "notifier/push/vendors/apns_payload.h"
#include "notifier/push/vendors/push_payload.h"
#include "notifier/push/vendors/signed_token.h"
#include "notifier/push/vendors/vendor_answer.h"

namespace voronka::notifier {
namespace {

using enum PushAnswer::Outcome;
using v1::KindPreference;

constexpr size_t kLongestApns = 4096;
// Apple refuses tokens that are older than an hour, and new ones that come more often than every 20 minutes.
constexpr std::chrono::minutes kApnsTokenUse(50);
constexpr char kApple[] = "https://api.push.apple.com";

// What is no certificate there is told by the first push.
const std::string& Readable(const std::string& file) {
  if (!file.empty()) process::ReadFile(file);
  return file;
}

bool IsApnsToken(const std::string& token) {
  return !token.empty() && std::ranges::all_of(token, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  });
}

// What wakes the app without showing anything may only have the priority in the middle.
int Priority(const Push& push) {
  constexpr int kWhenItWakes = 1;
  constexpr int kSparing = 5;
  constexpr int kAtOnce = 10;
  if (push.message.close()) return kSparing;
  if (push.urgency == KindPreference::URGENCY_HIGH) return kAtOnce;
  return push.urgency == KindPreference::URGENCY_LOW ? kWhenItWakes : kSparing;
}

bool IsGone(int status, std::string_view reason) {
  constexpr int kGoneStatus = 410;
  return status == kGoneStatus || reason == "BadDeviceToken" || reason == "Unregistered";
}

}  // namespace

Apns::Apns(const config::v1::Apns& configuration, const process::Clock& clock, PushHttp& http)
    : configuration_(configuration),
      endpoint_(VendorEndpoint::Of(configuration.endpoint(), kApple)),
      ca_file_(Readable(configuration.ca_file())),
      clock_(clock),
      http_(http),
      key_(configuration.private_key_file(), security::P256PrivateKey::FromFile) {}

void Apns::Check(const v1::Device& device, rpc::Violations& violations) const {
  violations.AddUnless(IsApnsToken(device.address()), "ADDRESS_NOT_ALLOWED", "device.address",
                       {"It is not a device token of Apple.", "Это не токен устройства Apple."});
}

void Apns::Send(Push push, PushAnswered answered) {
  auto body = WriteWithin(kLongestApns, push.message, ApnsPayload);
  if (!body) return answered(TooLong());
  const std::string token = Token();
  http_.Ask(Request(push, token, *std::move(body)),
            [this, token, answered = std::move(answered)](const HttpAnswer& answer) { answered(Read(answer, token)); });
}

HttpRequest Apns::Request(const Push& push, const std::string& token, std::string body) const {
  HttpRequest request{.url = fmt::format("{}/3/device/{}", endpoint_.url, push.device.address()),
                      .headers = {"authorization: bearer " + token, "content-type: application/json",
                                  "apns-topic: " + configuration_.topic(),
                                  fmt::format("apns-push-type: {}", push.message.close() ? "background" : "alert"),
                                  fmt::format("apns-priority: {}", Priority(push)),
                                  fmt::format("apns-expiration: {}", NumericDate(push.expire))},
                      .body = std::move(body),
                      .may_be_private = endpoint_.may_be_private,
                      .ca_file = ca_file_};
  if (!push.collapse_key.empty()) request.headers.push_back("apns-collapse-id: " + push.collapse_key);
  return request;
}

std::string Apns::Token() {
  const auto key = key_.current();
  const int64_t now = clock_.NowMicros();
  return token_.Get(key, now, kApnsTokenUse, [&] {
    return SignedToken({{"alg", "ES256"}, {"kid", configuration_.key_id()}},
                       {{"iss", configuration_.team_id()}, {"iat", NumericDate(now)}},
                       [&](std::string_view text) { return key->Sign(text); });
  });
}

PushAnswer Apns::Read(const HttpAnswer& answer, const std::string& token) {
  const std::string reason = TextAt(ParseAnswer(answer.body), "/reason");
  if (IsGone(answer.status, reason)) return Answer(kGone, answer, reason);
  if (reason != "ExpiredProviderToken") return AnswerByStatus(answer, reason);
  token_.Drop(token);
  return Answer(kLater, answer, reason);
}

}  // namespace voronka::notifier
