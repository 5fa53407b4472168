#include "crm_service/sales/deals/client_guards.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/rules/stage_gate.h"

namespace voronka::crm {
namespace {

using v1::Company;
using v1::Contact;
using v1::Pipeline;

// By their keys. References stay valid.
class PipelinesByKey {
 public:
  explicit PipelinesByKey(rpc::Session& session) : session_(session) {}

  const Pipeline& Get(const std::string& key) {
    const auto known = pipelines_.find(key);
    return known != pipelines_.end() ? known->second
                                     : pipelines_.emplace(key, Pipelines(session_).Get(key)).first->second;
  }

 private:
  rpc::Session& session_;
  std::map<std::string, Pipeline> pipelines_;
};

// `place`: where the facts have such a client.
template <class Client>
void RequireRulesKept(rpc::Session& session, v1::Entity entity, const std::vector<v1::Deal>& deals,
                      const Client* Facts::*place, const Client& before, const Client& after) {
  PipelinesByKey pipelines(session);
  std::vector<Breach> breaches;
  for (const auto& deal : deals) {
    const auto rules = RulesFromHereOn(pipelines.Get(deal.pipeline()), deal);
    if (!AskAbout(entity, rules)) continue;
    RuleFacts known(session, deal);
    auto facts_before = known.For(rules);
    auto facts_after = known.For(rules);
    facts_before.*place = &before;
    facts_after.*place = &after;
    std::ranges::move(BreachesOfChange(rules, facts_before, facts_after), std::back_inserter(breaches));
  }
  RequireNone(session, breaches);
}

}  // namespace

void RequireRulesKeptByContact(rpc::Session& session, const Contact& before, const Contact& after) {
  RequireRulesKept(session, v1::ENTITY_CONTACT, Deals(session).OpenOf(before.id()), &Facts::contact, before, after);
}

void RequireRulesKeptByCompany(rpc::Session& session, const Company& before, const Company& after) {
  RequireRulesKept(session, v1::ENTITY_COMPANY, Deals(session).OpenOfCompany(before.id()), &Facts::company, before,
                   after);
}

}  // namespace voronka::crm
