#include "gateway/public_demo.h"

#include <algorithm>
#include <boost/asio/use_future.hpp>
#include <chrono>
#include <future>
#include <string>

#include "client/call_failed.h"
#include "foundation/process/configuration_error.h"
#include "foundation/process/network_address.h"
#include "foundation/process/web_origin.h"
#include "foundation/security/demo_password.h"
#include "gateway/calls/forwarded_address.h"
#include "gateway/calls/typed_call.h"
#include "gateway/calls/upstream.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::gateway {
namespace {

// An address of documentation (RFC 5737): nobody's, and of no machine here.
constexpr char kStranger[] = "192.0.2.1";
constexpr std::chrono::seconds kStrangerLeaves(1);

bool IsOfAnotherMachine(const std::string& url) {
  const auto origin = process::ParseWebOrigin(url);
  return !origin || !process::IsLoopback(origin->host);
}

// What somebody from outside is told who tries the demo's password. It never starts a session.
grpc::Status TryAsStranger(const client::ServiceClients& services) {
  crm::v1::LoginRequest request;
  request.set_login(std::string(security::kDemoAdmin));
  request.set_password(std::string(security::kDemoPassword));
  client::Metadata metadata;
  ForwardedAddress(services).AddTo(metadata, {.address = kStranger});
  asio::io_context context;
  auto outcome = asio::co_spawn(
      context,
      CallService<crm::v1::LoginResponse>(services.channels(), request, std::move(metadata), context.get_executor()),
      asio::use_future);
  context.run();
  AllCallsLetGoWithin(kStrangerLeaves);
  return outcome.get().status;
}

}  // namespace

bool IsPublic(const config::v1::Gateway& configuration) {
  const auto& allowed = configuration.allowed_origins();
  return (!configuration.public_url().empty() && IsOfAnotherMachine(configuration.public_url())) ||
         std::any_of(allowed.begin(), allowed.end(), IsOfAnotherMachine);
}

void RefusePublicDemo(const config::v1::Gateway& configuration, const client::ServiceClients& services,
                      process::Log& log) {
  if (!IsPublic(configuration)) return;
  const grpc::Status status = TryAsStranger(services);
  const auto& method = client::MethodTaking(*crm::v1::LoginRequest::descriptor());
  if (status.ok() || client::CallFailed(method, status).reason() == "DEMO_PASSWORD") {
    throw process::ConfigurationError(
        {"public_url, allowed_origins: people come from other machines, but the demo's password opens " +
         std::string(security::kDemoAdmin) + ": change the passwords of the demo account, or start an empty database"});
  }
  if (status.error_code() == grpc::StatusCode::UNAVAILABLE) {
    log.Warning("crm_service does not say whether it has the demo's passwords", {{"error", status.error_message()}});
  }
}

}  // namespace voronka::gateway
