#include <algorithm>
#include <chrono>
#include <map>
#include <string>

#include "event_consumer/change.h"
#include "tests/system/history/deal_change.h"
#include "tests/system/history/event_index.h"
#include "tests/system/history/naming.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::ResourceChange;

// Time from the decision under the row's lock to the recording of the change, plus the difference between two clocks.
constexpr auto kFromDecisionToNote = 1s;
constexpr auto kClocksAgreeWithin = 100ms;

constexpr char kDistribution[] = "distribution";

struct Rule {
  bool holds;
  const char* text;
};

bool IsOpenAndNobodys(const Deal& deal) {
  return deal.state() == Deal::STATE_OPEN && deal.responsible_user_id() == 0 && !deal.has_offer_deadline();
}

bool IsOnOfferTo(const Deal& deal, int64_t user_id) {
  return deal.has_offer_deadline() && deal.responsible_user_id() == user_id;
}

bool IsOnOffer(const Deal& deal) { return deal.has_offer_deadline(); }

Rule RuleOf(const Event& event, const DealChange& change) {
  const Deal& before = change.before;
  const Deal& after = change.after;
  const int64_t actor = event.actor_user_id();
  switch (change.kind) {
    case ResourceChange::KIND_OFFERED:
      return {IsOpenAndNobodys(before) && event.actor_service() == kDistribution && after.responsible_user_id() != 0 &&
                  after.offer_attempt() == before.offer_attempt() + 1,
              "what is offered is open and nobody's, and distribution offers it"};
    case ResourceChange::KIND_RECLAIMED:
      return {IsOnOffer(before) && event.actor_service() == kDistribution && IsOpenAndNobodys(after),
              "what is reclaimed is on offer, and nobody's then"};
    case ResourceChange::KIND_TAKEN:
      return {IsOnOfferTo(before, actor) && after.responsible_user_id() == actor && !IsOnOffer(after),
              "what is taken is on offer to whoever takes it, and theirs then"};
    case ResourceChange::KIND_DECLINED:
      return {IsOnOfferTo(before, actor) && IsOpenAndNobodys(after),
              "what is declined is on offer to whoever declines it, and nobody's then"};
    case ResourceChange::KIND_MOVED:
      return {before.responsible_user_id() == 0 || before.responsible_user_id() == after.responsible_user_id(),
              "a move takes nothing from anybody"};
    case ResourceChange::KIND_REASSIGNED:
      return {after.responsible_user_id() != 0 && !IsOnOffer(after), "what is given by hand is given for good"};
    default:
      return {before.responsible_user_id() == after.responsible_user_id() || !change.HasBefore(),
              "an update changes no owner"};
  }
}

// Taken by the offeree; only then does the deadline count.
bool IsTakenByOfferee(const Event& event, const DealChange& change) {
  return TookOffer(change) && event.actor_user_id() == change.before.responsible_user_id();
}

bool WasDisturbed(const History& history, Moment from, Moment to) {
  return std::ranges::any_of(history.disturbances, [&](const auto& disturbance) {
    return disturbance.begin <= to && disturbance.end >= from;
  });
}

void CheckMoment(const History& history, const Event& event, const DealChange& change, Findings& findings) {
  if (!change.before.has_offer_deadline()) return;
  const Moment deadline = MomentOf(change.before.offer_deadline());
  const Moment noted = MomentOf(change.after.update_time());
  if (change.kind == ResourceChange::KIND_RECLAIMED && noted + kClocksAgreeWithin < deadline) {
    findings.Add("{}: reclaimed {} µs before the deadline", NameOf(event), (deadline - noted).count());
  }
  // A process that is stopped between decision and recording records late.
  if (IsTakenByOfferee(event, change) && noted > deadline + kFromDecisionToNote &&
      !WasDisturbed(history, deadline, noted)) {
    findings.Add("{}: taken {} µs after the deadline", NameOf(event), (noted - deadline).count());
  }
}

void CheckNotAskedTooLate(const Operation& operation, const Events& events, Findings& findings) {
  for (const Event* event : events) {
    events::On<Deal>(*event, [&](const auto& change) {
      if (!IsTakenByOfferee(*event, change)) return;
      const Moment deadline = MomentOf(change.before.offer_deadline());
      if (operation.begin <= deadline + kClocksAgreeWithin) return;
      findings.Add("{} took an offer that had lapsed {} µs before it was asked", NameOf(operation),
                   (operation.begin - deadline).count());
    });
  }
}

}  // namespace

void OffersKeepTheRules(const History& history, Findings& findings) {
  for (const auto& event : history.events) {
    events::On<Deal>(event, [&](const auto& change) {
      const Rule rule = RuleOf(event, change);
      if (!rule.holds) findings.Add("{}: {}: {}", NameOf(event), rule.text, event.change().ShortDebugString());
      if (!history.clock_was_stepped) CheckMoment(history, event, change, findings);
    });
  }
  if (history.clock_was_stepped) return;
  const auto requests = EventsOfRequests(history);
  for (const auto& operation : history.operations) {
    const auto found = requests.find(KeyOf(operation));
    if (found != requests.end()) CheckNotAskedTooLate(operation, found->second, findings);
  }
}

}  // namespace voronka::testing
