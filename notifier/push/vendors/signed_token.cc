#include "notifier/push/vendors/signed_token.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "foundation/security/base64url.h"

namespace voronka::notifier {

using security::EncodeBase64Url;

std::string SignedToken(const nlohmann::json& header, const nlohmann::json& claims,
                        const std::function<std::string(std::string_view)>& sign) {
  const std::string text = fmt::format("{}.{}", EncodeBase64Url(header.dump()), EncodeBase64Url(claims.dump()));
  return fmt::format("{}.{}", text, EncodeBase64Url(sign(text)));
}

}  // namespace voronka::notifier
