#include "notifier/push/vendors/vapid.h"

#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "foundation/security/base64url.h"
#include "notifier/push/vendors/signed_token.h"

namespace voronka::notifier {
namespace {

constexpr std::chrono::hours kVapidLife(12);
constexpr std::chrono::hours kVapidUse(11);
// There are as many origins as clients name, if a vendor has many hosts.
constexpr size_t kMostKept = 1'000;

}  // namespace

Vapid::Vapid(const config::v1::WebPush& configuration)
    : contact_(configuration.contact()), key_(configuration.private_key_file(), Key::FromFile) {}

std::string Vapid::Authorization(const std::string& origin, int64_t now_micros) {
  if (kept_.size() >= kMostKept) kept_.clear();
  const auto key = key_.current();
  return kept_[origin].Get(key, now_micros, kVapidUse, [&] { return NewAuthorization(*key, origin, now_micros); });
}

std::string Vapid::NewAuthorization(const Key& key, const std::string& origin, int64_t now_micros) const {
  const int64_t end = NumericDate(now_micros) + std::chrono::seconds(kVapidLife).count();
  const std::string token =
      SignedToken({{"typ", "JWT"}, {"alg", "ES256"}}, {{"aud", origin}, {"exp", end}, {"sub", contact_}},
                  [&](std::string_view text) { return key.Sign(text); });
  return fmt::format("vapid t={}, k={}", token, security::EncodeBase64Url(key.PublicPoint()));
}

}  // namespace voronka::notifier
