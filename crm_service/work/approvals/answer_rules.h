#pragma once

#include "foundation/rpc/calls/caller.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// Who answers an approval, and how. Pure decisions.

// Throws INVALID_ARGUMENT (NOT_AN_ANSWER, REQUIRED) with all that is wrong.
void CheckAnswer(const v1::AnswerApprovalRequest& request);

// Whether the approval was asked of the caller, or of somebody for whom the caller stands in.
bool IsAsked(const rpc::Caller& caller, const v1::Approval& approval, int64_t deputy_user_id);

// Throws PERMISSION_DENIED (NOT_ASKED). `deputy_user_id`: who stands in for whoever is asked; 0: nobody.
void CheckMayAnswer(const rpc::Caller& caller, const v1::Approval& approval, const v1::Deal& deal,
                    int64_t deputy_user_id);

// Throws FAILED_PRECONDITION (APPROVAL_ANSWERED, APPROVAL_WITHDRAWN). `deal`: as it is now.
void CheckAwaitsAnswer(const v1::Approval& approval, const v1::Deal& deal);

}  // namespace voronka::crm
