#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/approval.pb.h"

namespace voronka::crm {

v1::Approval CreateApproval(rpc::Session& session, const v1::CreateApprovalRequest& request);
v1::Approval AnswerApproval(rpc::Session& session, const v1::AnswerApprovalRequest& request);
v1::Approval WithdrawApproval(rpc::Session& session, const v1::WithdrawApprovalRequest& request);
v1::ListApprovalsResponse ListApprovals(rpc::Session& session, const v1::ListApprovalsRequest& request);

}  // namespace voronka::crm
