#include "client/service_clients.h"

namespace voronka::client {

Client& ServiceClients::For(int64_t account_id) {
  std::lock_guard lock(mutex_);
  auto& client = clients_[account_id];
  if (!client) {
    client = std::make_unique<Client>(channels_, std::make_unique<ServiceIdentity>(name_, key_, account_id, clock_));
  }
  return *client;
}

}  // namespace voronka::client
