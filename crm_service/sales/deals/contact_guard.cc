#include "crm_service/sales/deals/contact_guard.h"

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

}  // namespace

void RequireRulesKeptByContact(rpc::Session& session, const Contact& before, const Contact& after) {
  PipelinesByKey pipelines(session);
  std::vector<Breach> breaches;
  const auto deals = Deals(session).OpenOf(before.id());
  for (const auto& deal : deals) {
    const auto rules = RulesFromHereOn(pipelines.Get(deal.pipeline()), deal);
    if (!AskAboutContacts(rules)) continue;
    std::ranges::move(BreachesOfChange(rules, {deal, &before}, {deal, &after}), std::back_inserter(breaches));
  }
  RequireNone(session, breaches);
}

}  // namespace voronka::crm
