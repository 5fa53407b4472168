#pragma once

#include "crm_service/configuration/documents/account_configuration.h"
#include "crm_service/configuration/proposals/deal_moves.h"
#include "crm_service/configuration/proposals/merged.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// What the account's deals do not allow: stages and pipelines that go although they have some. Deals may still come
// until the pipelines are locked.
void CheckDealsAllow(rpc::Session& session, const v1::Configuration& wanted, const AccountConfiguration& before,
                     const AccountConfiguration& after, const DealMoves& moves, rpc::Violations& violations);

// What the values of fields do not allow: that one may not repeat where it does. Values may still come until the field
// sets are locked.
void CheckValuesAllow(rpc::Session& session, const v1::Configuration& wanted, const AccountConfiguration& before,
                      Others others, rpc::Violations& violations);

}  // namespace voronka::crm
