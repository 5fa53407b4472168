#include "crm_service/sales/deals/client_guards.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "crm_service/sales/approvals/approvals.h"
#include "crm_service/sales/deals/deals.h"
#include "crm_service/sales/deals/outdated_approvals.h"
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

// Where facts have such a client.
template <class Client>
using Place = const Client* Facts::*;

template <class Client>
Facts With(Facts facts, Place<Client> place, const Client& client) {
  facts.*place = &client;
  return facts;
}

bool Differ(const std::vector<v1::FieldValue>& a, const std::vector<v1::FieldValue>& b) {
  return !std::ranges::equal(a, b, [](const auto& one, const auto& other) {
    return google::protobuf::util::MessageDifferencer::Equals(one, other);
  });
}

// Whether the rules read something that the change changes. Of most changes they do not, and nothing more is read.
bool ReadWhatChanges(std::span<const BindingRule> rules, const Facts& before, const Facts& after) {
  bool do_read = false;
  for (const auto& binding : rules) {
    ForEachFieldOf(binding, [&](const std::string& field) {
      const auto name = FieldName::Parse(field);
      do_read = do_read || Differ(ValuesOf(before, name), ValuesOf(after, name));
    });
  }
  return do_read;
}

std::set<int64_t> WithApprovals(rpc::Session& session, const std::vector<v1::Deal>& deals) {
  std::vector<int64_t> ids;
  for (const auto& deal : deals) ids.push_back(deal.id());
  std::set<int64_t> with;
  for (const auto& approval : Approvals(session).StandingOf(ids)) with.insert(approval.deal_id());
  return with;
}

// `pipelines`: of the deals.
template <class Client>
void WithdrawOutdatedBy(rpc::Session& session, const std::vector<v1::Deal>& deals, PipelinesByKey& pipelines,
                        const Client& after) {
  const auto with = WithApprovals(session, deals);
  for (const auto& deal : deals) {
    if (!with.contains(deal.id())) continue;
    RuleFacts facts(session, deal, RuleFacts::Use::kAnswer);
    facts.Know(after);
    WithdrawOutdated(session, pipelines.Get(deal.pipeline()), deal, facts);
  }
}

template <class Client>
void CheckRulesKept(rpc::Session& session, const std::vector<v1::Deal>& deals, Place<Client> place,
                    const Client& before, const Client& after, rpc::Violations& violations) {
  PipelinesByKey pipelines(session);
  std::vector<Breach> breaches;
  for (const auto& deal : deals) {
    const auto rules = RulesFromHereOn(pipelines.Get(deal.pipeline()), deal);
    const Facts of_client{.deal = deal};
    if (!ReadWhatChanges(rules, With(of_client, place, before), With(of_client, place, after))) continue;
    RuleFacts facts(session, deal);
    const Facts known = facts.For(rules);
    std::ranges::move(BreachesOfChange(rules, With(known, place, before), With(known, place, after)),
                      std::back_inserter(breaches));
  }
  AddBreaches(session, breaches, violations);
  WithdrawOutdatedBy(session, deals, pipelines, after);
}

}  // namespace

void CheckRulesKeptByContact(rpc::Session& session, const Contact& before, const Contact& after,
                             rpc::Violations& violations) {
  CheckRulesKept(session, Deals(session).OpenOf(before.id()), &Facts::contact, before, after, violations);
}

void CheckRulesKeptByCompany(rpc::Session& session, const Company& before, const Company& after,
                             rpc::Violations& violations) {
  CheckRulesKept(session, Deals(session).OpenOfCompany(before.id()), &Facts::company, before, after, violations);
}

}  // namespace voronka::crm
