#include "foundation/rpc/calls/authentication.h"

#include <charconv>

#include "foundation/rpc/calls/metadata.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {
namespace {

int64_t NamedAccount(const std::string& text) {
  int64_t account_id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), account_id);
  if (error == std::errc() && end == text.data() + text.size() && account_id > 0) return account_id;
  throw Error(Code::kInvalidArgument, {"MALFORMED",
                                       "voronka-account",
                                       {"The metadata voronka-account is not an account's number.",
                                        "В метаданных voronka-account не номер аккаунта."}});
}

void NameAccount(const grpc::ServerContextBase& context, Caller& caller) {
  const auto named = MetadataOf(context, "voronka-account");
  if (named.empty()) return;
  if (!caller.IsService()) {
    throw Error(Code::kPermissionDenied,
                {"ACCOUNT_NOT_ALLOWED", "", {"Only services name an account.", "Аккаунт называют только сервисы."}});
  }
  caller.account_id = NamedAccount(named);
}

}  // namespace

Error TokenInvalid() {
  return Error(Code::kUnauthenticated,
               {"TOKEN_INVALID", "", {"A valid access token is needed.", "Нужен действующий токен доступа."}});
}

std::string LocaleOf(const grpc::ServerContextBase& context) {
  return MetadataOf(context, "accept-language").starts_with("en") ? "en" : "ru";
}

Caller Authentication::Identify(const grpc::ServerContextBase& context, const MethodPolicy& policy) {
  Caller caller;
  caller.locale = LocaleOf(context);
  if (policy.access.public_()) {
    caller.client_address = addresses_.Of(context);
    return caller;
  }
  const auto claims = Verify(BearerTokenOf(context, "authorization"));
  caller.account_id = claims.account_id;
  caller.user_id = claims.user_id;
  caller.session_id = claims.session_id;
  caller.role = claims.role;
  caller.user_etag = claims.user_etag;
  caller.client = claims.client;
  caller.service = claims.service;
  if (!IsStillValid(caller)) throw TokenInvalid();
  NameAccount(context, caller);
  return caller;
}

bool Authentication::IsStillValid(const Caller& caller) const {
  return caller.IsService() || revocations_.Admits(caller);
}

security::Claims Authentication::Verify(const std::string& token) {
  try {
    return tokens_.Verify(token, clock_.NowMicros());
  } catch (const security::InvalidToken&) {
    throw TokenInvalid();
  }
}

}  // namespace voronka::rpc
