#pragma once

#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// Who answers an approval or takes it back, and how. Pure decisions.

// Throws INVALID_ARGUMENT (NOT_AN_ANSWER, REQUIRED) with all that is wrong.
void CheckAnswer(const v1::AnswerApprovalRequest& request);

// Throws PERMISSION_DENIED (NOT_ASKED). `is_asked`: the caller is asked in place of somebody of the role (approvers.h).
void CheckMayAnswer(const rpc::Caller& caller, const v1::Approval& approval, const v1::Deal& deal, bool is_asked);

// Throws PERMISSION_DENIED (NOT_ASKER).
void CheckMayWithdraw(const rpc::Caller& caller, const v1::Approval& approval, const v1::Deal& deal);

// Throws FAILED_PRECONDITION (APPROVAL_ANSWERED, APPROVAL_WITHDRAWN). `deal`: as it is now.
void CheckAwaitsAnswer(const v1::Approval& approval, const v1::Deal& deal);
// The same reason where the deal has stayed, and is not what the approval was asked for any more.
rpc::Error ChangedSince();

}  // namespace voronka::crm
