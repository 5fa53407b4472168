#include <map>
#include <set>
#include <string>
#include <tuple>

#include "event_consumer/change.h"
#include "tests/system/history/deal_change.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

// Account, deal, visit (the deal's etag on entering), pipeline, stage, responsible.
using Visit = std::tuple<int64_t, int64_t, int64_t, std::string, std::string, int64_t>;

bool EntersStage(const DealChange& change) {
  return !change.HasBefore() || change.before.pipeline() != change.after.pipeline() ||
         change.before.stage() != change.after.stage();
}

std::multiset<Visit> Told(const History& history) {
  std::multiset<Visit> visits;
  for (const auto& event : history.events) {
    events::On<crm::v1::Deal>(event, [&](const auto& change) {
      if (!EntersStage(change)) return;
      const auto& deal = change.after;
      visits.emplace(event.account_id(), deal.id(), deal.etag(), deal.pipeline(), deal.stage(),
                     deal.responsible_user_id());
    });
  }
  return visits;
}

}  // namespace

void VisitsAreMoves(const History& history, Findings& findings) {
  auto told = Told(history);
  for (const auto& [account_id, visit] : history.visits) {
    const auto found = told.find(
        {account_id, visit.deal_id(), visit.id(), visit.pipeline(), visit.stage(), visit.responsible_user_id()});
    if (found == told.end()) {
      findings.Add("account {}: no event tells of the visit {}", account_id, visit.ShortDebugString());
    } else {
      told.erase(found);
    }
  }
  for (const auto& visit : told) {
    findings.Add("account {}: deal {} entered {} without a visit", std::get<0>(visit), std::get<1>(visit),
                 std::get<4>(visit));
  }
}

}  // namespace voronka::testing
