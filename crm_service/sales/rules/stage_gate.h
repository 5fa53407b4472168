#pragma once

#include <span>
#include <vector>

#include "crm_service/sales/rules/binding_rules.h"
#include "crm_service/sales/rules/rule_check.h"
#include "crm_service/sales/rules/rule_facts.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The rules of stages, in the transaction that writes. Every write of a deal or a contact passes here.

// What a deal that goes this way breaks. `facts`: of the deal with the changes that come along.
void CheckWay(RuleFacts& facts, const Way& way, const Mover& mover, rpc::Violations& violations);

// Those that bind a change of the deal on its stage.
std::vector<BindingRule> RulesFromHereOn(const v1::Pipeline& pipeline, const v1::Deal& deal);
// Of a write that moves nothing.
void AddBreaches(rpc::Session& session, std::span<const Breach> breaches, rpc::Violations& violations);
// Adds what a change of a deal on its stage takes away that a rule asks for.
void CheckRulesKeptByDeal(rpc::Session& session, const v1::Pipeline& pipeline, const v1::Deal& before,
                          const v1::Deal& after, rpc::Violations& violations);

}  // namespace voronka::crm
