#include "crm_service/people/login/device_token.h"

#include "foundation/security/base64url.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

std::string WithProof(const std::string& device, const std::string& password_hash) {
  return device + '.' + security::EncodeBase64Url(security::HmacSha256(password_hash, "device " + device));
}

}  // namespace

std::string NewDeviceToken(process::Random& random, const std::string& password_hash) {
  return WithProof(security::NewSecret(random), password_hash);
}

std::optional<std::string> DeviceOf(const std::string& token, const std::string& password_hash) {
  std::string device = token.substr(0, token.find('.'));
  if (!security::EqualInConstantTime(token, WithProof(device, password_hash))) return std::nullopt;
  return device;
}

}  // namespace voronka::crm
