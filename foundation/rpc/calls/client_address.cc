#include "foundation/rpc/calls/client_address.h"

#include "foundation/rpc/calls/metadata.h"

namespace voronka::rpc {
namespace {

constexpr char kGateway[] = "gateway";

// gRPC escapes the brackets.
std::string WithoutBrackets(std::string_view host) {
  for (const std::string_view bracket : {"[", "%5B"}) {
    if (host.starts_with(bracket)) host.remove_prefix(bracket.size());
  }
  for (const std::string_view bracket : {"]", "%5D"}) {
    if (host.ends_with(bracket)) host.remove_suffix(bracket.size());
  }
  return std::string(host);
}

}  // namespace

std::string AddressOfPeer(const std::string& peer) {
  const size_t scheme = peer.find(':');
  const size_t port = peer.rfind(':');
  if (!(peer.starts_with("ipv4:") || peer.starts_with("ipv6:")) || port == scheme) return peer;
  return WithoutBrackets(std::string_view(peer).substr(scheme + 1, port - scheme - 1));
}

std::string ClientAddresses::Of(const grpc::ServerContextBase& context) const {
  const std::string told = MetadataOf(context, kClientAddress);
  if (process::IsAddress(told) && IsFromTheGateway(context)) return process::SubscriberOf(told);
  const std::string peer = AddressOfPeer(context.peer());
  return process::SubscriberOf(proxies_.ClientOf(peer, AllMetadataOf(context, "x-forwarded-for")));
}

bool ClientAddresses::IsFromTheGateway(const grpc::ServerContextBase& context) const {
  try {
    return tokens_.Verify(BearerTokenOf(context, kGatewayAuthorization), clock_.NowMicros()).service == kGateway;
  } catch (const security::InvalidToken&) {
    return false;
  }
}

}  // namespace voronka::rpc
