#pragma once

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// Add what a change of a client takes away that the stages of its open deals ask for, and withdraw the approvals that
// were of the client as they were. The client must be locked; it may have changed already.
void CheckRulesKeptByContact(rpc::Session& session, const v1::Contact& before, const v1::Contact& after,
                             rpc::Violations& violations);
void CheckRulesKeptByCompany(rpc::Session& session, const v1::Company& before, const v1::Company& after,
                             rpc::Violations& violations);

}  // namespace voronka::crm
