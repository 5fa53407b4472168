#include <algorithm>
#include <map>
#include <tuple>

#include "event_consumer/change.h"
#include "tests/system/history/deal_change.h"
#include "tests/system/history/rules.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::testing {
namespace {

using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::Inquiry;
using crm::v1::ResourceChange;
using crm::v1::User;
using notifier::v1::Notification;

// Account, user, kind, deal.
using News = std::tuple<int64_t, int64_t, Notification::Kind, int64_t>;
using Counts = std::map<News, int>;
// By account, the first head of sales, who is notified about unowned deals.
using Leaders = std::map<int64_t, int64_t>;

void ExpectOfDeal(const Event& event, const DealChange& change, Counts& counts) {
  const auto expect = [&](int64_t user_id, Notification::Kind kind) {
    ++counts[{event.account_id(), user_id, kind, change.after.id()}];
  };
  const int64_t before = change.before.responsible_user_id();
  const int64_t after = change.after.responsible_user_id();
  if (change.kind == ResourceChange::KIND_OFFERED) {
    expect(after, change.after.has_offer_deadline() ? Notification::KIND_OFFER : Notification::KIND_DEAL_ESCALATED);
  }
  if (change.kind == ResourceChange::KIND_RECLAIMED) expect(before, Notification::KIND_OFFER_LOST);
  if (change.kind != ResourceChange::KIND_REASSIGNED) return;
  if (after != event.actor_user_id()) expect(after, Notification::KIND_DEAL_ASSIGNED);
  if (before == 0 || before == after || before == event.actor_user_id()) return;
  expect(before,
         change.before.has_offer_deadline() ? Notification::KIND_OFFER_LOST : Notification::KIND_DEAL_PASSED_ON);
}

// Nobody is disabled in these runs.
void NoteLeader(int64_t account_id, const User& user, Leaders& leaders) {
  if (user.role() != options::v1::ROLE_HEAD_OF_SALES) return;
  auto& leader = leaders.try_emplace(account_id, user.id()).first->second;
  leader = std::min(leader, user.id());
}

void ExpectOfInquiry(const Event& event, const Inquiry& inquiry, const Leaders& leaders, Counts& counts) {
  if (inquiry.outcome() != Inquiry::OUTCOME_OPEN_DEAL) return;
  const Deal deal = DealOfInquiry(event);
  int64_t reader = deal.responsible_user_id();
  if (const auto leader = leaders.find(event.account_id()); reader == 0 && leader != leaders.end()) {
    reader = leader->second;
  }
  if (reader != 0) ++counts[{event.account_id(), reader, Notification::KIND_CLIENT_WROTE, deal.id()}];
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
    events::On<User>(event, [&](const auto& change) { NoteLeader(event.account_id(), change.after, leaders); });
  }
  Counts expected;
  for (const auto& event : history.events) {
    events::On<Deal>(event, [&](const auto& change) { ExpectOfDeal(event, change, expected); });
    events::On<Inquiry>(event, [&](const auto& change) { ExpectOfInquiry(event, change.after, leaders, expected); });
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
