#pragma once

#include <google/protobuf/field_mask.pb.h>

#include <cstdint>
#include <optional>

#include "crm_service/sales/deals/deal_handover.h"
#include "crm_service/sales/deals/deal_lock.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The moves of a deal are in move_steps.h, its offers in offer_steps.h.

// What a new deal does not say itself.
struct Origin {
  // 0: nobody yet.
  int64_t responsible_user_id;
  // The deal that it is about. 0: none.
  int64_t source_deal_id = 0;
  // What the system takes over from another deal, whoever the caller is. Nobody needs a right to these fields.
  v1::Deal inherited = {};
};

// As CreateDeal does. `violations`: what the caller has found wrong already, which is told together with the rest.
v1::Deal MakeDeal(rpc::Session& session, const v1::CreateDealRequest& request, const Origin& origin,
                  rpc::Violations violations = {});
v1::Deal CreateDeal(rpc::Session& session, const v1::CreateDealRequest& request);
v1::Deal GetDeal(rpc::Session& session, const v1::GetDealRequest& request);
v1::Deal UpdateDeal(rpc::Session& session, const v1::UpdateDealRequest& request);
// An update in two parts. What a change makes of a locked deal; nothing: it changes nothing. Adds what is wrong with
// it.
std::optional<v1::Deal> EditDeal(rpc::Session& session, const v1::Deal& before, const v1::Deal& change,
                                 const google::protobuf::FieldMask& update_mask, rpc::Violations& violations);
// Whether it may be so is for CheckRulesKeptByDeal to say (stage_gate.h).
v1::Deal SaveEdit(rpc::Session& session, const v1::Deal& before, v1::Deal after);
v1::Deal ReassignDeal(rpc::Session& session, const v1::ReassignDealRequest& request, const DealHandover& handover);
v1::ListDealsResponse ListDeals(rpc::Session& session, const v1::ListDealsRequest& request);
v1::ListClientDealsResponse ListClientDeals(rpc::Session& session, const v1::ListClientDealsRequest& request);
v1::ListStageTotalsResponse ListStageTotals(rpc::Session& session, const v1::ListStageTotalsRequest& request);
v1::ListStageHistoryResponse ListStageHistory(rpc::Session& session, const v1::ListStageHistoryRequest& request);

}  // namespace voronka::crm
