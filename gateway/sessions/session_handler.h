#pragma once

#include "client/channels.h"
#include "gateway/calls/services.h"
#include "gateway/http/handler.h"
#include "gateway/limits/rate_limit.h"
#include "gateway/sessions/origin.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::gateway {

// A browser's session: `POST /session/login`, `/session/refresh`, `/session/logout`. The refresh token stays in a
// cookie that no script can read; the page gets the access token, for its memory alone.
class SessionHandler final : public Handler {
 public:
  SessionHandler(const client::Channels& channels, const Origins& origins);

  Task<> Handle(Exchange& exchange) override;

 private:
  using LoggedIn = Outcome<crm::v1::LoginResponse>;

  Task<> LogIn(Exchange& exchange);
  Task<> Refresh(Exchange& exchange);
  Task<> LogOut(Exchange& exchange);
  Task<LoggedIn> RefreshByCookie(Exchange& exchange);
  Task<> Answer(Exchange& exchange, LoggedIn outcome);

  const client::Channels& channels_;
  const Origins& origins_;
  RateLimit attempts_;
};

}  // namespace voronka::gateway
