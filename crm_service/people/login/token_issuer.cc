#include "crm_service/people/login/token_issuer.h"

#include <google/protobuf/util/time_util.h>

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;

std::chrono::seconds Lifetime(bool configured, const google::protobuf::Duration& lifetime,
                              std::chrono::seconds otherwise) {
  return configured ? std::chrono::seconds(lifetime.seconds()) : otherwise;
}

security::Claims ClaimsOf(const RefreshToken& token, const v1::Session& session, const v1::User& user) {
  security::Claims claims;
  claims.account_id = token.account_id;
  claims.user_id = user.id();
  claims.session_id = token.session_id;
  claims.role = user.role();
  claims.user_etag = user.etag();
  claims.client = session.client();
  return claims;
}

}  // namespace

TokenIssuer::TokenIssuer(const security::TokenSigner& signer, const config::v1::Crm& configuration)
    : signer_(signer),
      access_lifetime_(Lifetime(configuration.has_access_token_lifetime(), configuration.access_token_lifetime(),
                                std::chrono::minutes(15))),
      refresh_lifetime_(Lifetime(configuration.has_refresh_token_lifetime(), configuration.refresh_token_lifetime(),
                                 std::chrono::days(30))) {}

v1::LoginResponse TokenIssuer::Issue(const RefreshToken& refresh_token, const v1::Session& session,
                                     const v1::User& user, int64_t now) const {
  v1::LoginResponse response;
  response.set_access_token(signer_.Sign(ClaimsOf(refresh_token, session, user), access_lifetime_, now));
  // Tokens count whole seconds.
  *response.mutable_access_expire_time() = TimeUtil::SecondsToTimestamp(now / 1'000'000 + access_lifetime_.count());
  response.set_refresh_token(refresh_token.Spelled());
  *response.mutable_session() = session;
  *response.mutable_user() = user;
  return response;
}

}  // namespace voronka::crm
