#include "foundation/security/token_claims.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace voronka::security {
namespace {

using nlohmann::json;

constexpr const char* kIssuerAndAudience = "voronka";
constexpr int64_t kMicrosPerSecond = 1'000'000;
constexpr int64_t kLastSecond = 253'402'300'799;  // Of the year 9999.

const json& Find(const json& payload, const char* name) {
  const auto claim = payload.find(name);
  if (claim == payload.end()) throw InvalidToken(fmt::format("{} is missing", name));
  return *claim;
}

std::string Text(const json& payload, const char* name) {
  const json& claim = Find(payload, name);
  if (!claim.is_string()) throw InvalidToken(fmt::format("{} is not text", name));
  return claim;
}

int64_t WholeNumber(const json& payload, const char* name) {
  const json& claim = Find(payload, name);
  // The JSON library reads a number as unsigned unless it is negative or has a fraction.
  if (!claim.is_number_unsigned() || claim.get<uint64_t>() > INT64_MAX) {
    throw InvalidToken(fmt::format("{} is not a whole number", name));
  }
  return claim;
}

int64_t Instant(const json& payload, const char* name) {
  const int64_t seconds = WholeNumber(payload, name);
  if (seconds > kLastSecond) throw InvalidToken(fmt::format("{} is out of bounds", name));
  return seconds * kMicrosPerSecond;
}

void RequireVoronka(const json& payload, const char* name) {
  if (Text(payload, name) != kIssuerAndAudience) throw InvalidToken(fmt::format("{} is another", name));
}

options::v1::Role ReadRole(const json& payload) {
  options::v1::Role role = options::v1::ROLE_UNSPECIFIED;
  if (!options::v1::Role_Parse(Text(payload, "role"), &role)) throw InvalidToken("role is unknown");
  return role;
}

}  // namespace

json ClaimsToJson(const Claims& claims) {
  json payload = {{"iss", kIssuerAndAudience},
                  {"aud", kIssuerAndAudience},
                  {"iat", claims.issued_micros / kMicrosPerSecond},
                  {"exp", claims.expires_micros / kMicrosPerSecond},
                  {"role", options::v1::Role_Name(claims.role)}};
  if (claims.role == options::v1::ROLE_SERVICE) {
    payload["service"] = claims.service;
  } else {
    payload.update({{"account", claims.account_id}, {"user", claims.user_id}, {"session", claims.session_id}});
    if (claims.user_etag != 0) payload["user_etag"] = claims.user_etag;
    if (!claims.client.empty()) payload["client"] = claims.client;
  }
  return payload;
}

Claims ClaimsFromJson(const json& payload) {
  RequireVoronka(payload, "iss");
  RequireVoronka(payload, "aud");
  Claims claims;
  claims.role = ReadRole(payload);
  claims.issued_micros = Instant(payload, "iat");
  claims.expires_micros = Instant(payload, "exp");
  if (claims.role == options::v1::ROLE_SERVICE) {
    claims.service = Text(payload, "service");
  } else {
    claims.account_id = WholeNumber(payload, "account");
    claims.user_id = WholeNumber(payload, "user");
    claims.session_id = WholeNumber(payload, "session");
    if (payload.contains("user_etag")) claims.user_etag = WholeNumber(payload, "user_etag");
    if (payload.contains("client")) claims.client = Text(payload, "client");
  }
  CheckSubject(claims);
  return claims;
}

void CheckSubject(const Claims& claims) {
  const bool has_service = !claims.service.empty();
  if (claims.role == options::v1::ROLE_SERVICE) {
    const bool has_person = claims.account_id != 0 || claims.user_id != 0 || claims.session_id != 0 ||
                            claims.user_etag != 0 || !claims.client.empty();
    if (!has_service || has_person) throw InvalidToken("a service has a name and nothing else");
  } else {
    const bool is_person = claims.account_id > 0 && claims.user_id > 0 && claims.session_id > 0;
    if (!options::v1::Role_IsValid(claims.role) || claims.role == options::v1::ROLE_UNSPECIFIED || !is_person ||
        has_service) {
      throw InvalidToken("a person has a role, an account, a user and a session");
    }
  }
}

}  // namespace voronka::security
