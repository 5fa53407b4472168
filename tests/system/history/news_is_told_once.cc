#include <algorithm>
#include <map>
#include <tuple>

#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

using crm::v1::DealChange;
using crm::v1::Event;
using crm::v1::SubmitInquiryResponse;
using notifier::v1::Notification;

// Account, user, kind, deal.
using News = std::tuple<int64_t, int64_t, Notification::Kind, int64_t>;
using Counts = std::map<News, int>;
// By account, the first head of sales, who is notified about unowned deals.
using Leaders = std::map<int64_t, int64_t>;

void ExpectOfDeal(const Event& event, Counts& counts) {
  const auto& change = event.deal();
  const auto expect = [&](int64_t user_id, Notification::Kind kind) {
    ++counts[{event.account_id(), user_id, kind, change.after().id()}];
  };
  const int64_t before = change.before().responsible_user_id();
  const int64_t after = change.after().responsible_user_id();
  if (change.kind() == DealChange::KIND_OFFERED) {
    expect(after, change.after().has_offer_deadline() ? Notification::KIND_OFFER : Notification::KIND_DEAL_ESCALATED);
  }
  if (change.kind() == DealChange::KIND_RECLAIMED) expect(before, Notification::KIND_OFFER_LOST);
  if (change.kind() != DealChange::KIND_REASSIGNED) return;
  if (after != event.actor_user_id()) expect(after, Notification::KIND_DEAL_ASSIGNED);
  const bool lost = change.before().has_offer_deadline() && before != after && before != event.actor_user_id();
  if (lost) expect(before, Notification::KIND_OFFER_LOST);
}

// Nobody is disabled in these runs.
void NoteLeader(const Event& event, Leaders& leaders) {
  const auto& user = event.user().after();
  if (user.role() != options::v1::ROLE_HEAD_OF_SALES) return;
  auto& leader = leaders.try_emplace(event.account_id(), user.id()).first->second;
  leader = std::min(leader, user.id());
}

void ExpectOfInquiry(const Event& event, const Leaders& leaders, Counts& counts) {
  const auto& received = event.inquiry();
  if (received.outcome() != SubmitInquiryResponse::OUTCOME_OPEN_DEAL) return;
  int64_t reader = received.deal().responsible_user_id();
  if (const auto leader = leaders.find(event.account_id()); reader == 0 && leader != leaders.end()) {
    reader = leader->second;
  }
  if (reader != 0) ++counts[{event.account_id(), reader, Notification::KIND_CLIENT_WROTE, received.deal().id()}];
}

// Task notifications have their own rule. Whether an offer is long enough for a warning depends on when it is seen.
bool IsOfThisRule(const Notification& notification) {
  switch (notification.kind()) {
    case Notification::KIND_TASK_REMINDER:
    case Notification::KIND_TASK_OVERDUE:
    case Notification::KIND_OFFER_WARNING:
      return false;
    default:
      return true;
  }
}

}  // namespace

void NewsIsToldOnce(const History& history, Findings& findings) {
  Leaders leaders;
  for (const auto& event : history.events) {
    if (event.has_user()) NoteLeader(event, leaders);
  }
  Counts expected;
  for (const auto& event : history.events) {
    if (event.has_deal()) ExpectOfDeal(event, expected);
    if (event.has_inquiry()) ExpectOfInquiry(event, leaders, expected);
  }
  Counts told;
  for (const auto& [account_id, user_id, row] : history.inbox) {
    const News news{account_id, user_id, row.kind(), row.deal_id()};
    if (IsOfThisRule(row)) ++told[news];
    if (IsOfThisRule(row)) expected.try_emplace(news, 0);
  }
  for (const auto& [news, times] : expected) {
    if (told[news] == times) continue;
    const auto& [account_id, user_id, kind, deal_id] = news;
    findings.Add("account {}, user {}, deal {}: {} is told {} times, happened {} times", account_id, user_id, deal_id,
                 Notification::Kind_Name(kind), told[news], times);
  }
}

}  // namespace voronka::testing
