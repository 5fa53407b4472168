#include <map>
#include <tuple>

#include "event_consumer/change.h"
#include "tests/system/history/deal_change.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

using crm::v1::Deal;
using crm::v1::Inquiry;
using crm::v1::ResourceChange;
using crm::v1::Task;
using crm::v1::TimelineEntry;

// Account, deal, kind.
using Kind = std::tuple<int64_t, int64_t, TimelineEntry::Kind>;

constexpr char kTakeOffer[] = "voronka.crm.v1.DealOfferService.TakeOffer";

TimelineEntry::Kind KindOf(const crm::v1::Event& event, const DealChange& change) {
  switch (change.kind) {
    case ResourceChange::KIND_CREATED:
      return TimelineEntry::KIND_DEAL_CREATED;
    case ResourceChange::KIND_UPDATED:
      return TimelineEntry::KIND_DEAL_UPDATED;
    case ResourceChange::KIND_MOVED:
      return event.cause() == kTakeOffer ? TimelineEntry::KIND_OFFER_TAKEN : TimelineEntry::KIND_STAGE_CHANGED;
    case ResourceChange::KIND_OFFERED:
      return change.after.has_offer_deadline() ? TimelineEntry::KIND_OFFERED : TimelineEntry::KIND_REASSIGNED;
    case ResourceChange::KIND_TAKEN:
      return TimelineEntry::KIND_OFFER_TAKEN;
    case ResourceChange::KIND_DECLINED:
      return TimelineEntry::KIND_OFFER_DECLINED;
    case ResourceChange::KIND_RECLAIMED:
      return TimelineEntry::KIND_OFFER_RECLAIMED;
    case ResourceChange::KIND_REASSIGNED:
      return TimelineEntry::KIND_REASSIGNED;
    default:
      return TimelineEntry::KIND_UNSPECIFIED;
  }
}

TimelineEntry::Kind KindOf(const events::ChangeTo<Task>& change) {
  if (!change.HasBefore()) return TimelineEntry::KIND_TASK_CREATED;
  const bool passed_on = change.before.assignee_user_id() != change.after.assignee_user_id();
  if (passed_on) return TimelineEntry::KIND_TASK_REASSIGNED;
  const bool done = change.after.state() == Task::STATE_COMPLETED;
  return done ? TimelineEntry::KIND_TASK_COMPLETED : TimelineEntry::KIND_TASK_RESCHEDULED;
}

std::map<Kind, int> Expected(const History& history) {
  std::map<Kind, int> counts;
  for (const auto& event : history.events) {
    const int64_t account = event.account_id();
    events::On<Deal>(event, [&](const auto& change) { ++counts[{account, change.after.id(), KindOf(event, change)}]; });
    events::On<Task>(event, [&](const auto& change) { ++counts[{account, change.after.deal_id(), KindOf(change)}]; });
    if (!events::IsChangeTo<Inquiry>(event)) continue;
    ++counts[{account, DealOfInquiry(event).id(), TimelineEntry::KIND_INQUIRY}];
  }
  return counts;
}

}  // namespace

void TimelineTellsEvents(const History& history, Findings& findings) {
  auto expected = Expected(history);
  std::map<Kind, int> told;
  for (const auto& [account_id, entry] : history.timeline) {
    const Kind kind{account_id, entry.deal_id(), entry.kind()};
    if (entry.kind() == TimelineEntry::KIND_NOTE) continue;
    ++told[kind];
    expected.try_emplace(kind, 0);
  }
  for (const auto& [kind, times] : expected) {
    if (told[kind] == times) continue;
    findings.Add("account {}, deal {}: the timeline tells {} {} times, the log {} times", std::get<0>(kind),
                 std::get<1>(kind), TimelineEntry::Kind_Name(std::get<2>(kind)), told[kind], times);
  }
}

}  // namespace voronka::testing
