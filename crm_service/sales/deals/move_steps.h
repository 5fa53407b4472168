#pragma once

#include "crm_service/sales/deals/deal_lock.h"
#include "crm_service/sales/deals/deal_rules.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

v1::Deal MoveDeal(rpc::Session& session, const v1::MoveDealRequest& request);
// The same to the won stage of leads, for whoever makes a deal of the lead in the same step.
v1::Deal MoveConverted(rpc::Session& session, const v1::MoveDealRequest& request);
v1::CanMoveResponse CanMove(rpc::Session& session, const v1::CanMoveRequest& request);

// Adds all that forbids a locked deal this move within its pipeline.
void CheckFreeTo(rpc::Session& session, const LockedDeal& locked, const Move& move, rpc::Violations& violations);
// Whether there is nothing.
bool IsFreeTo(rpc::Session& session, const LockedDeal& locked, const Move& move);

}  // namespace voronka::crm
