#pragma once

#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// The user who works with the client now: responsible for their newest open deal, else for the newest that was won in
// sales, else for the contact itself, else for its company; the deputy while that user is disabled. 0: there is nobody,
// or none of them is active.
int64_t ClientManager(rpc::Session& session, const v1::Contact& contact);
// The same, by the deals in the pipelines with these keys alone.
int64_t ClientManager(rpc::Session& session, const v1::Contact& contact, const std::vector<std::string>& pipelines);

}  // namespace voronka::crm
