#include "gateway/calls/forwarded_address.h"

#include "foundation/rpc/client_address.h"

namespace voronka::gateway {

void Introduction::AddTo(client::Metadata& metadata, const Client& who) const {
  for (const auto& [name, value] : identity_->Credentials()) {
    if (name == "authorization") metadata.emplace_back(rpc::kGatewayAuthorization, value);
  }
  metadata.emplace_back(rpc::kClientAddress, who.address);
}

}  // namespace voronka::gateway
