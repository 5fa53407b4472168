#include "client/service_clients.h"

namespace voronka::client {

Client& ServiceClients::For(int64_t account_id) {
  std::lock_guard lock(mutex_);
  auto& client = clients_[account_id];
  if (!client) client = std::make_unique<Client>(channels_, IdentityFor(account_id));
  return *client;
}

std::unique_ptr<Identity> ServiceClients::IdentityFor(int64_t account_id) const {
  return std::make_unique<ServiceIdentity>(name_, signer_, account_id, clock_);
}

void ServiceClients::Renew(process::Log& log) {
  if (signer_->Reload()) log.Info("another key signs tokens");
  if (channels_.Renew()) log.Info("calls go over new connections, with new certificates");
}

}  // namespace voronka::client
