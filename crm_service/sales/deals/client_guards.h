#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// Throw FAILED_PRECONDITION with what a change of a client takes away that the stages of its open deals ask for. The
// client must be locked.
void RequireRulesKeptByContact(rpc::Session& session, const v1::Contact& before, const v1::Contact& after);
void RequireRulesKeptByCompany(rpc::Session& session, const v1::Company& before, const v1::Company& after);

}  // namespace voronka::crm
