#include "gateway/calls/forwarded_address.h"

#include "foundation/rpc/calls/client_address.h"

namespace voronka::gateway {

void ForwardedAddress::AddTo(client::Metadata& metadata, const Client& client) const {
  for (const auto& [name, value] : identity_->Credentials()) {
    if (name == "authorization") metadata.emplace_back(rpc::kGatewayAuthorization, value);
  }
  metadata.emplace_back(rpc::kClientAddress, client.address);
}

}  // namespace voronka::gateway
