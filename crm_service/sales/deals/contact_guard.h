#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// Throws FAILED_PRECONDITION with what a change of a contact takes away that the stages of its open deals ask for. The
// contact must be locked.
void RequireRulesKeptByContact(rpc::Session& session, const v1::Contact& before, const v1::Contact& after);

}  // namespace voronka::crm
