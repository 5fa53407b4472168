#pragma once

#include "crm_service/sales/rules/rule_facts.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Whoever moves a deal compares what was agreed to with what the deal is (rules/rule_check.h), so no writer has to
// remember that. What follows only tells people of it, as soon as a write shows it.

// Whether the approval is of something else than the deal is now. `from` is the deal's pipeline, `facts` are of it.
bool IsOutdated(rpc::Session& session, const v1::Pipeline& from, const v1::Deal& deal, const v1::Approval& approval,
                RuleFacts& facts);

// Withdraws those that are asked for or given since the deal came to its stage, and outdated by now.
void WithdrawOutdated(rpc::Session& session, const v1::Pipeline& from, const v1::Deal& deal, RuleFacts& facts);
// The same, where the deal itself has been written.
void WithdrawOutdated(rpc::Session& session, const v1::Pipeline& from, const v1::Deal& deal);

}  // namespace voronka::crm
