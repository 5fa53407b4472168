#include "gateway/sessions/session_handler.h"

#include <google/protobuf/empty.pb.h>
#include <google/protobuf/util/json_util.h>

#include <nlohmann/json.hpp>

#include "foundation/rpc/calls/status.h"
#include "gateway/dialects/connect_error.h"
#include "gateway/http/language.h"
#include "gateway/rpc/metadata.h"
#include "gateway/sessions/cookies.h"

namespace voronka::gateway {
namespace {

using crm::v1::LoginResponse;
using nlohmann::json;

rpc::Error ForeignOrigin() {
  return rpc::Error(rpc::Code::kPermissionDenied,
                    {"FOREIGN_ORIGIN", "", {"This page may not log in here.", "С этой страницы войти нельзя."}});
}

rpc::Error NotJson() {
  return rpc::Error(rpc::Code::kInvalidArgument,
                    {"UNPARSABLE", "", {"The body is not the JSON that is expected.", "Тело запроса — не тот JSON."}});
}

rpc::Error NoSession() {
  return rpc::Error(rpc::Code::kUnauthenticated, {"SESSION_ENDED", "", {"Log in.", "Войдите в систему."}});
}

grpc::Status LocalizedStatus(const rpc::Error& error, const Request& request) {
  return rpc::ToStatus(error, LanguageOf(request));
}

// The JSON that the page may see.
std::string WithoutCookies(LoginResponse response) {
  response.clear_refresh_token();
  response.clear_device_token();
  std::string written;
  (void)google::protobuf::util::MessageToJsonString(response, &written);
  return written;
}

json Parsed(const std::string& body) { return json::parse(body, nullptr, false); }

// `otherwise` if the member is absent or has another type, or the body is not an object.
template <class T>
T ValueIn(const json& body, const char* name, T otherwise) {
  const auto found = body.is_object() ? body.find(name) : body.end();
  const T* value = found == body.end() ? nullptr : found->template get_ptr<const T*>();
  return value == nullptr ? otherwise : *value;
}

}  // namespace

SessionHandler::SessionHandler(const client::ServiceClients& services, const Origins& origins)
    : channels_(services.channels()), forwarded_address_(services), origins_(origins) {}

Task<> SessionHandler::Handle(Exchange& exchange) {
  exchange.AddHeader("cache-control", "no-store");
  const auto path = PathOf(exchange.request());
  if (exchange.request().method() != http::verb::post) {
    co_return co_await exchange.Answer(PlainAnswer(http::status::method_not_allowed));
  }
  // Without the header it is not a browser, and sends no cookie by accident.
  if (!SoleHeaderOf(exchange.request(), "origin").empty() && !origins_.MayLogIn(exchange)) {
    co_return co_await exchange.Answer(ConnectRefusal(LocalizedStatus(ForeignOrigin(), exchange.request())));
  }
  if (path == "/session/login") co_return co_await LogIn(exchange);
  if (path == "/session/refresh") co_return co_await Refresh(exchange);
  if (path == "/session/logout") co_return co_await LogOut(exchange);
  co_await exchange.Answer(PlainAnswer(http::status::not_found));
}

Task<> SessionHandler::LogIn(Exchange& exchange) {
  const Request& request = exchange.request();
  const json body = Parsed(request.body());
  if (!body.is_object()) co_return co_await exchange.Answer(ConnectRefusal(LocalizedStatus(NotJson(), request)));
  crm::v1::LoginRequest login;
  login.set_login(ValueIn<std::string>(body, "login", ""));
  login.set_password(ValueIn<std::string>(body, "password", ""));
  login.set_client(ValueIn<std::string>(body, "client", "browser"));
  login.set_device_token(DeviceTokenOf(request));
  login.set_code(ValueIn<std::string>(body, "code", ""));
  LoggedIn outcome = co_await CallService<LoginResponse>(channels_, login, MetadataFor(exchange), exchange.executor());
  const std::string device_token = outcome.response.device_token();
  AddRefreshCookie(exchange, outcome);
  if (outcome.status.ok()) exchange.AddHeader("set-cookie", DeviceCookie(device_token, exchange.client().secure));
  co_await Answer(exchange, std::move(outcome));
}

Task<> SessionHandler::Refresh(Exchange& exchange) {
  LoggedIn outcome = co_await RefreshByCookie(exchange);
  AddRefreshCookie(exchange, outcome);
  co_await Answer(exchange, std::move(outcome));
}

Task<SessionHandler::LoggedIn> SessionHandler::RefreshByCookie(Exchange& exchange) {
  crm::v1::RefreshSessionRequest refresh;
  refresh.set_refresh_token(RefreshTokenOf(exchange.request()));
  if (refresh.refresh_token().empty()) {
    co_return LoggedIn{.status = LocalizedStatus(NoSession(), exchange.request()), .response = {}};
  }
  co_return co_await CallService<LoginResponse>(channels_, refresh, MetadataFor(exchange), exchange.executor());
}

Task<> SessionHandler::LogOut(Exchange& exchange) {
  const LoggedIn session = co_await RefreshByCookie(exchange);
  grpc::Status status = session.status;
  if (status.ok()) {
    crm::v1::LogoutRequest logout;
    logout.set_everywhere(ValueIn(Parsed(exchange.request().body()), "everywhere", false));
    client::Metadata credentials;
    credentials.emplace_back("authorization", "Bearer " + session.response.access_token());
    PassTraceOn(exchange.request(), credentials);
    const auto ended =
        co_await CallService<google::protobuf::Empty>(channels_, logout, std::move(credentials), exchange.executor());
    status = ended.status;
  }
  // A session that has already ended is as good.
  const bool ended = status.ok() || status.error_code() == grpc::StatusCode::UNAUTHENTICATED;
  if (!ended) co_return co_await exchange.Answer(ConnectRefusal(status));
  exchange.AddHeader("set-cookie", RefreshCookie("", exchange.client().secure));
  co_await exchange.Answer(MakeResponse(http::status::ok, "application/json", "{}"));
}

client::Metadata SessionHandler::MetadataFor(const Exchange& exchange) const {
  client::Metadata metadata;
  const auto language = HeaderOf(exchange.request(), "accept-language");
  if (!language.empty()) metadata.emplace_back("accept-language", language);
  forwarded_address_.AddTo(metadata, exchange.client());
  PassTraceOn(exchange.request(), metadata);
  return metadata;
}

void SessionHandler::AddRefreshCookie(Exchange& exchange, const LoggedIn& outcome) {
  const bool over = outcome.status.error_code() == grpc::StatusCode::UNAUTHENTICATED;
  if (!over && !outcome.status.ok()) return;
  exchange.AddHeader("set-cookie", RefreshCookie(outcome.response.refresh_token(), exchange.client().secure));
}

Task<> SessionHandler::Answer(Exchange& exchange, LoggedIn outcome) {
  if (!outcome.status.ok()) co_return co_await exchange.Answer(ConnectRefusal(outcome.status));
  std::string body = WithoutCookies(std::move(outcome.response));
  co_await exchange.Answer(MakeResponse(http::status::ok, "application/json", std::move(body)));
}

}  // namespace voronka::gateway
