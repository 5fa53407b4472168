#include "foundation/rpc/server/server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>

#include <mutex>
#include <stdexcept>

#include "foundation/rpc/calls/credentials.h"
#include "foundation/rpc/server/served_names.h"
#include "foundation/rpc/server/unparsable_interceptor.h"
#include "foundation/rpc/streams/stream_registry.h"
#include "foundation/wire/keepalive.h"
#include "foundation/wire/message_sizes.h"

namespace voronka::rpc {
namespace {

void EnablePlugins() {
  static std::once_flag once;
  std::call_once(once, [] {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  });
}

void SetLimits(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(kMostRequestBytes);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveTimeMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMs);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, kMinPingIntervalMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, kKeepaliveWithoutCalls);
  // If two processes shared a port silently, one of them would go unnoticed.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
}

void Intercept(grpc::ServerBuilder& builder) {
  std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> interceptors;
  interceptors.push_back(MakeUnparsableInterceptorFactory());
  builder.experimental().SetInterceptorCreators(std::move(interceptors));
}

}  // namespace

Server::Server(const config::v1::Process& configuration, const std::vector<grpc::Service*>& services, process::Log& log)
    : credentials_(ServerCredentials(configuration, log)) {
  EnablePlugins();
  grpc::ServerBuilder builder;
  SetLimits(builder);
  Intercept(builder);
  builder.SetOption(TellServedNames(served_names_));
  builder.AddListeningPort(configuration.listen(), credentials_, &port_);
  for (auto* service : services) builder.RegisterService(service);
  server_ = builder.BuildAndStart();
  if (!server_ || port_ == 0) throw std::runtime_error("cannot listen on " + configuration.listen());
}

void Server::SetServing(bool serving) {
  auto& health = *server_->GetHealthCheckService();
  for (const auto& name : served_names_) health.SetServingStatus(name, serving);
  health.SetServingStatus(serving);
}

void Server::Stop(StreamRegistry& streams, std::chrono::milliseconds grace) {
  SetServing(false);
  streams.EndAll();
  server_->Shutdown(std::chrono::system_clock::now() + grace);
}

}  // namespace voronka::rpc
