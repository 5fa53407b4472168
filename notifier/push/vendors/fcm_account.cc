#include "notifier/push/vendors/fcm_account.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "foundation/process/read_file.h"
#include "foundation/security/private_file.h"
#include "notifier/push/vendors/answer_json.h"
#include "notifier/push/vendors/signed_token.h"
#include "notifier/push/vendors/vendor_endpoint.h"

namespace voronka::notifier {
namespace {

constexpr char kScope[] = "https://www.googleapis.com/auth/firebase.messaging";
constexpr int64_t kAssertionLifeSeconds = 3'600;

FcmAccount ParseAccount(const std::string& text) {
  const auto account = ParseAnswer(text);
  const auto required = [&](const std::string& name) {
    std::string value = TextAt(account, "/" + name);
    if (value.empty()) throw security::KeyError("no " + name);
    return value;
  };
  return {required("project_id"), required("client_email"), required("private_key_id"),
          VendorEndpoint::Of(required("token_uri")).url, Rs256Key::FromPem(required("private_key"))};
}

}  // namespace

FcmAccount FcmAccount::FromFile(const std::filesystem::path& file) {
  const std::string text = process::ReadFile(file);
  security::RefuseOpenFile(file);
  try {
    return ParseAccount(text);
  } catch (const security::KeyError& error) {
    throw security::KeyError(fmt::format("{}: not a service account in JSON: {}", file.string(), error.what()));
  }
}

std::string FcmAccount::Assertion(int64_t now_micros) const {
  const int64_t now = NumericDate(now_micros);
  return SignedToken(
      {{"alg", "RS256"}, {"typ", "JWT"}, {"kid", key_id}},
      {{"iss", email}, {"scope", kScope}, {"aud", token_url}, {"iat", now}, {"exp", now + kAssertionLifeSeconds}},
      [this](std::string_view text) { return key.Sign(text); });
}

}  // namespace voronka::notifier
