#pragma once

#include "foundation/rpc/calls/caller.h"

namespace voronka::crm {

// Managers may change the contacts and companies that are theirs or nobody's; those who lead sales, all of them.
template <class Client>
bool MayChangeClient(const rpc::Caller& caller, const Client& client) {
  return caller.LeadsSales() || client.responsible_user_id() == 0 || client.responsible_user_id() == caller.user_id;
}

}  // namespace voronka::crm
