#pragma once

#include "crm_service/sales/rules/binding_rules.h"
#include "crm_service/sales/rules/rule_check.h"
#include "crm_service/sales/rules/rule_facts.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The rules of stages, in the transaction that writes. Every write of a deal or a contact passes here.

// What a deal that goes this way breaks. `facts`: of the deal with the changes that come along.
void CheckWay(RuleFacts& facts, const Way& way, const Mover& mover, rpc::Violations& violations);

// Throws FAILED_PRECONDITION with what a change of a deal on its stage takes away that a rule asks for.
void RequireRulesKeptByDeal(rpc::Session& session, const v1::Pipeline& pipeline, const v1::Deal& before, const v1::Deal& after);
// The same of a contact's change, for each of its open deals.
void RequireRulesKeptByContact(rpc::Session& session, const v1::Contact& before, const v1::Contact& after);

}  // namespace voronka::crm
