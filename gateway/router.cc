#include "gateway/router.h"

namespace voronka::gateway {
namespace {

constexpr const char* kContentPolicy =
    "default-src 'self'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'self'";

void AddSafety(Exchange& exchange) {
  exchange.AddHeader("content-security-policy", kContentPolicy);
  exchange.AddHeader("x-content-type-options", "nosniff");
  exchange.AddHeader("referrer-policy", "strict-origin-when-cross-origin");
  exchange.AddHeader("cross-origin-opener-policy", "same-origin");
  if (exchange.client().secure) exchange.AddHeader("strict-transport-security", "max-age=31536000");
}

Response Preflight(const Request& request) {
  Response response = MakeResponse(http::status::no_content, "text/plain", "");
  response.head.headers = {
      {"access-control-allow-methods", "POST, GET"},
      {"access-control-max-age", "7200"},
      {"access-control-allow-headers", std::string(HeaderOf(request, "access-control-request-headers"))}};
  return response;
}

bool IsPreflight(const Request& request) {
  return request.method() == http::verb::options && !HeaderOf(request, "access-control-request-method").empty();
}

}  // namespace

bool Router::AdmitForeign(Exchange& exchange, const Handler& handler) const {
  const std::string origin = SoleHeaderOf(exchange.request(), "origin");
  if (origin.empty()) return false;
  if (handler.is_for_every_origin()) {
    exchange.AddHeader("access-control-allow-origin", "*");
    exchange.AddHeader("access-control-expose-headers", "retry-after");
    return true;
  }
  exchange.AddHeader("vary", "origin");
  if (!origins_.IsAllowedForeign(origin)) return false;
  exchange.AddHeader("access-control-allow-origin", origin);
  exchange.AddHeader("access-control-allow-credentials", "true");
  exchange.AddHeader("access-control-expose-headers",
                     "grpc-status, grpc-message, grpc-status-details-bin, retry-after");
  return true;
}

const Router::Route* Router::Find(std::string_view path) const {
  const Route* route = nullptr;
  size_t longest = 0;
  for (const auto& [prefix, candidate] : routes_) {
    if (!path.starts_with(prefix) || prefix.size() < longest) continue;
    route = &candidate;
    longest = prefix.size();
  }
  return route;
}

std::optional<Response> Router::SentToFolder(const Request& request) const {
  const std::string path(PathOf(request));
  const bool reads = request.method() == http::verb::get || request.method() == http::verb::head;
  if (!reads || !folders_.contains(path + '/')) return std::nullopt;
  const std::string_view target(request.target().data(), request.target().size());
  const size_t query = target.find('?');
  Response response = MakeResponse(http::status::moved_permanently, "text/plain", "");
  response.head.headers.emplace_back(
      "location", path + '/' + std::string(query == std::string_view::npos ? "" : target.substr(query)));
  return response;
}

size_t Router::BodyLimit(const Request& head) const {
  const Route* route = Find(PathOf(head));
  if (route == nullptr) return kSmallBody;
  return route->body_limit ? *route->body_limit : route->handler->BodyLimit(head);
}

bool Router::StreamsBody(const Request& head) const {
  const Route* route = Find(PathOf(head));
  return route != nullptr && route->handler->StreamsBody(head);
}

Task<> Router::Handle(Exchange& exchange) {
  AddSafety(exchange);
  std::optional<Response> sent = SentToFolder(exchange.request());
  if (sent) co_return co_await exchange.Answer(std::move(*sent));
  const Route* route = Find(PathOf(exchange.request()));
  if (route == nullptr) co_return co_await exchange.Answer(PlainAnswer(http::status::not_found));
  const bool admitted = AdmitForeign(exchange, *route->handler);
  if (admitted && IsPreflight(exchange.request())) {
    co_return co_await exchange.Answer(Preflight(exchange.request()));
  }
  co_await route->handler->Handle(exchange);
}

}  // namespace voronka::gateway
