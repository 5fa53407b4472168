#include "client/user_session.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>

#include "client/client.h"

namespace voronka::client {
namespace {

using namespace std::chrono_literals;
constexpr std::chrono::microseconds kMargin = 60s;

Tokens RefreshTokens(const Channels& channels, const Tokens& tokens) {
  crm::v1::RefreshSessionRequest request;
  request.set_refresh_token(tokens.refresh_token());
  return Client(channels).Call<Tokens>(request, {.repeat = true});
}

Metadata CredentialsOf(const Tokens& tokens) { return {{"authorization", "Bearer " + tokens.access_token()}}; }

}  // namespace

bool AboutToExpire(const Tokens& tokens, const process::Clock& clock) {
  const int64_t expires = google::protobuf::util::TimeUtil::TimestampToMicroseconds(tokens.access_expire_time());
  return clock.NowMicros() >= expires - kMargin.count();
}

UserSession::UserSession(const Channels& channels, const process::Clock& clock, Tokens tokens,
                         std::unique_ptr<TokenStore> store)
    : channels_(channels), clock_(clock), tokens_(std::move(tokens)), store_(std::move(store)) {}

std::unique_ptr<UserSession> UserSession::LogIn(const Channels& channels, const process::Clock& clock,
                                                const std::string& login, const std::string& password,
                                                const std::string& program) {
  crm::v1::LoginRequest request;
  request.set_login(login);
  request.set_password(password);
  request.set_client(program);
  return std::make_unique<UserSession>(channels, clock, Client(channels).Call<Tokens>(request));
}

Metadata UserSession::Credentials() {
  const std::lock_guard lock(mutex_);
  if (AboutToExpire(tokens_, clock_)) Renew();
  return CredentialsOf(tokens_);
}

bool UserSession::Replace(const Metadata& refused) {
  const std::lock_guard lock(mutex_);
  if (ended_) return false;
  if (CredentialsOf(tokens_) != refused) return true;
  try {
    Renew();
    return true;
  } catch (const CallFailed& failure) {
    ended_ = failure.code() == grpc::StatusCode::UNAUTHENTICATED;
    return false;
  }
}

Tokens UserSession::tokens() {
  const std::lock_guard lock(mutex_);
  return tokens_;
}

void UserSession::Renew() {
  const Refresh refresh = [this](const Tokens& tokens) { return RefreshTokens(channels_, tokens); };
  tokens_ = store_ ? store_->Renew(tokens_, refresh) : refresh(tokens_);
}

}  // namespace voronka::client
