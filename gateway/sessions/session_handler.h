#pragma once

#include "client/service_clients.h"
#include "gateway/calls/forwarded_address.h"
#include "gateway/calls/typed_call.h"
#include "gateway/http/handler.h"
#include "gateway/sessions/origin.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::gateway {

// A browser's session: `POST /session/login`, `/session/refresh`, `/session/logout`. The refresh token stays in a
// cookie that no script can read; the page gets the access token, which it keeps only in memory. Another such cookie
// recognises the browser.
class SessionHandler final : public Handler {
 public:
  SessionHandler(const client::ServiceClients& services, const Origins& origins);

  Task<> Handle(Exchange& exchange) override;

 private:
  using LoggedIn = Outcome<crm::v1::LoginResponse>;

  Task<> LogIn(Exchange& exchange);
  Task<> Refresh(Exchange& exchange);
  Task<> LogOut(Exchange& exchange);
  Task<LoggedIn> RefreshByCookie(Exchange& exchange);
  client::Metadata MetadataFor(const Exchange& exchange) const;
  // Or removes it if the session has ended.
  static void AddRefreshCookie(Exchange& exchange, const LoggedIn& outcome);
  static Task<> Answer(Exchange& exchange, LoggedIn outcome);

  const client::Channels& channels_;
  const ForwardedAddress forwarded_address_;
  const Origins& origins_;
};

}  // namespace voronka::gateway
