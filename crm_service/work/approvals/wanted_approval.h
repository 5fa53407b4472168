#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "crm_service/sales/deals/deal_lock.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::crm {

// What the rules of a move ask for.
struct WantedApproval {
  options::v1::Role role;
  // How long whoever is asked has. Microseconds.
  int64_t timeout;
  // Of what is to be agreed to (rules/approval_digest.h).
  std::string digest;
};

// What a manager lacks for the move to `stage` of `pipeline`. Of several rules, the highest role and the shortest
// timeout. Nothing: no rule asks, or the approval has been given for the deal as it is.
std::optional<WantedApproval> ApprovalWantedFor(rpc::Session& session, const LockedDeal& locked,
                                                const v1::Pipeline& pipeline, const v1::Stage& stage);

}  // namespace voronka::crm
