#include "client/channels.h"

#include <fmt/format.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/support/channel_arguments.h>

#include <stdexcept>
#include <string_view>

#include "foundation/wire/keepalive.h"
#include "foundation/wire/message_sizes.h"

namespace voronka::client {
namespace {

constexpr int kInitialReconnectMillis = 100;
// The library's own limit of 2 minutes would keep clients away long after a service has been restarted.
constexpr int kMaxReconnectMillis = 2'000;

grpc::ChannelArguments Arguments(Connections connections) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, kInitialReconnectMillis);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, kMaxReconnectMillis);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, kMaxReconnectMillis);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, rpc::kKeepaliveTimeMs);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, rpc::kKeepaliveTimeoutMs);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, rpc::kKeepaliveWithoutCalls);
  arguments.SetInt(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);
  // With it, the library would read ahead megabytes of a stream with a slow reader; without it, 64 KiB.
  arguments.SetInt(GRPC_ARG_HTTP2_BDP_PROBE, 0);
  arguments.SetMaxReceiveMessageSize(rpc::kMostInternalBytes);
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, connections == Connections::kOwn ? 1 : 0);
  return arguments;
}

std::shared_ptr<grpc::ChannelCredentials> Credentials(const security::Certificates& certificates) {
  if (certificates == security::Certificates()) return grpc::InsecureChannelCredentials();
  grpc::SslCredentialsOptions options;
  options.pem_root_certs = certificates.ca;
  options.pem_private_key = certificates.key;
  options.pem_cert_chain = certificates.certificate;
  return grpc::SslCredentials(options);
}

// `crm` of `voronka.crm.v1`.
std::string_view ServiceName(std::string_view package) {
  package.remove_prefix(std::min(package.size(), package.find('.') + 1));
  return package.substr(0, package.find('.'));
}

}  // namespace

Channels::Channels(const Endpoints& endpoints, Connections connections)
    : endpoints_(endpoints), connections_(connections), certificates_(endpoints.tls), channels_(Connect()) {}

std::shared_ptr<grpc::Channel> Channels::For(const google::protobuf::MethodDescriptor& method) const {
  const std::lock_guard lock(mutex_);
  const auto found = channels_.find(ServiceName(method.file()->package()));
  if (found == channels_.end()) throw std::logic_error(fmt::format("no address for {}", method.full_name()));
  return found->second;
}

Channels::ByService Channels::All() const {
  const std::lock_guard lock(mutex_);
  return channels_;
}

bool Channels::Renew() {
  const std::lock_guard lock(mutex_);
  if (!certificates_.Reload()) return false;
  channels_ = Connect();
  return true;
}

Channels::ByService Channels::Connect() const {
  const auto credentials = Credentials(certificates_.current());
  ByService channels;
  for (const auto& [service, address] : endpoints_.addresses) {
    channels.emplace(service, grpc::CreateCustomChannel(address, credentials, Arguments(connections_)));
  }
  return channels;
}

}  // namespace voronka::client
