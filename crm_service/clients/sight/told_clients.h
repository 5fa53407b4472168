#pragma once

#include <vector>

#include "crm_service/clients/sight/seen_clients.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Of another client whom the reader does not see, an inquiry tells no more than who works with them. `contacts`: of the
// reader.
void HideUnseenClients(storage::Connection& db, const SeenClients& contacts,
                       const std::vector<v1::Inquiry*>& inquiries);
void HideUnseenClients(rpc::Session& session, const std::vector<v1::Inquiry*>& inquiries);

}  // namespace voronka::crm
