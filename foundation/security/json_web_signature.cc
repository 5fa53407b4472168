#include "foundation/security/json_web_signature.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "foundation/security/access_token.h"
#include "foundation/security/base64url.h"

namespace voronka::security {
namespace {

using nlohmann::json;

constexpr size_t kLongestToken = 4096;

std::string DecodePart(std::string_view part) try { return DecodeBase64Url(part); } catch (const InvalidBase64& error) {
  throw InvalidToken(error.what());
}

json Header(std::string_view kid) { return {{"alg", "ES256"}, {"typ", "JWT"}, {"kid", kid}}; }

std::string ReadKid(std::string_view part) {
  const json header = ParseTokenJson(DecodePart(part));
  const auto kid = header.find("kid");
  if (kid == header.end() || !kid->is_string()) throw InvalidToken("the header has no kid");
  if (header != Header(kid->get<std::string>())) throw InvalidToken("the header is not that of ES256");
  return *kid;
}

}  // namespace

std::string EncodeSignedText(std::string_view kid, const json& payload) {
  return fmt::format("{}.{}", EncodeBase64Url(Header(kid).dump()), EncodeBase64Url(payload.dump()));
}

JsonWebSignature DecodeJsonWebSignature(std::string_view token) {
  if (token.size() > kLongestToken) throw InvalidToken("too long");
  const size_t first = token.find('.');
  const size_t last = token.rfind('.');
  if (first == last || token.find('.', first + 1) != last) throw InvalidToken("not three parts");
  return {.kid = ReadKid(token.substr(0, first)),
          .payload = DecodePart(token.substr(first + 1, last - first - 1)),
          .signed_text = token.substr(0, last),
          .signature = DecodePart(token.substr(last + 1))};
}

json ParseTokenJson(std::string_view text) {
  json parsed = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (parsed.is_discarded()) throw InvalidToken("not JSON");
  return parsed;
}

}  // namespace voronka::security
