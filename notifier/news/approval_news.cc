#include "notifier/news/approval_news.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "event_consumer/change.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::notifier {
namespace {

using crm::v1::Approval;
using crm::v1::ResourceChange;
using v1::Notification;

Approval ApprovalIn(const ResourceChange& change) { return events::Unpacked<Approval>(change.after()); }

// Without a name: the deal is known by its number only.
crm::v1::Deal DealIn(const ResourceChange& change) {
  crm::v1::Deal deal;
  change.subject().UnpackTo(&deal);
  return deal;
}

News Asking(const ResourceChange& change, Notification::Kind kind, int64_t user_id, std::string key, int64_t due) {
  const auto approval = ApprovalIn(change);
  return {.kind = kind,
          .user_id = user_id,
          .dedup_key = std::move(key),
          .due = due,
          .deal_id = approval.deal_id(),
          .deal_name = DealIn(change).name(),
          .text = approval.comment(),
          .about_user_id = approval.asker_user_id()};
}

// What became of it, for these users, but for whoever has done it themselves.
std::vector<News> NewsOfOutcome(const ResourceChange& change, Notification::Kind kind, const std::string& key,
                                std::set<int64_t> users, const ChangedBy& by) {
  const auto approval = ApprovalIn(change);
  users.erase(0);
  users.erase(by.user_id);
  std::vector<News> all;
  for (const int64_t user_id : users) {
    all.push_back(Asking(change, kind, user_id, fmt::format("{}/{}", key, approval.id()), by.at));
    all.back().text = approval.state() == Approval::STATE_WITHDRAWN ? "" : approval.answer_comment();
    all.back().about_user_id = by.user_id;
  }
  return all;
}

// Whoever asked may have passed the deal on since.
std::set<int64_t> WhoWaits(const ResourceChange& change) {
  return {ApprovalIn(change).asker_user_id(), DealIn(change).responsible_user_id()};
}

// Whoever is meant may have left since. 0: nobody who may answer is active.
int64_t WhoIsAsked(Recipients& recipients, const Approval& approval) {
  const int64_t approver = approval.approver_user_id();
  if (approver != 0 && recipients.Get(approver).active()) return approver;
  return recipients.FirstOf(approval.role(), {approval.asker_user_id()});
}

std::vector<News> NewsOfWithdrawal(Recipients& recipients, const ResourceChange& change, const ChangedBy& by) {
  const auto approval = ApprovalIn(change);
  switch (approval.withdrawal()) {
    case Approval::WITHDRAWAL_CHANGED: {
      auto users = WhoWaits(change);
      const int64_t answered = approval.answer_user_id();
      users.insert(answered != 0 ? answered : WhoIsAsked(recipients, approval));
      return NewsOfOutcome(change, Notification::KIND_APPROVAL_OUTDATED, "approval_outdated", std::move(users), by);
    }
    case Approval::WITHDRAWAL_TAKEN_BACK:
      return NewsOfOutcome(change, Notification::KIND_APPROVAL_WITHDRAWN, "approval_withdrawn",
                           {approval.asker_user_id()}, by);
    default:
      return {};
  }
}

}  // namespace

std::string KeyOfAsking(int64_t approval_id) { return fmt::format("approval_asked/{}", approval_id); }

std::string KeyOfPassingOn(int64_t approval_id) { return fmt::format("approval_passed_on/{}", approval_id); }

std::vector<News> NewsOfApproval(Recipients& recipients, const ResourceChange& change, const ChangedBy& by) {
  const auto approval = ApprovalIn(change);
  const ChangedBy answered{approval.answer_user_id(), by.at};
  switch (approval.state()) {
    case Approval::STATE_ASKED: {
      const int64_t asked = WhoIsAsked(recipients, approval);
      if (asked == 0) return {};
      return {Asking(change, Notification::KIND_APPROVAL_ASKED, asked, KeyOfAsking(approval.id()), by.at)};
    }
    case Approval::STATE_GIVEN:
      return NewsOfOutcome(change, Notification::KIND_APPROVAL_GIVEN, "approval_answered", WhoWaits(change), answered);
    case Approval::STATE_REFUSED:
      return NewsOfOutcome(change, Notification::KIND_APPROVAL_REFUSED, "approval_answered", WhoWaits(change),
                           answered);
    case Approval::STATE_WITHDRAWN:
      return NewsOfWithdrawal(recipients, change, by);
    default:
      return {};
  }
}

std::vector<News> NewsOfUnanswered(Recipients& recipients, const ResourceChange& asking, int64_t due) {
  const auto approval = ApprovalIn(asking);
  const int64_t asked = WhoIsAsked(recipients, approval);
  // A deputy gives nothing to themselves.
  auto users = recipients.DeputiesOf(approval.approver_user_id());
  users.erase(DealIn(asking).responsible_user_id());
  const auto at_least = std::max(approval.role(), options::v1::ROLE_DIRECTOR);
  users.insert(recipients.FirstOf(at_least, {approval.asker_user_id(), asked}));
  for (const int64_t other : {int64_t{0}, approval.asker_user_id(), asked}) users.erase(other);
  if (users.empty() && asked != 0) users.insert(asked);
  std::vector<News> all;
  for (const int64_t user_id : users) {
    all.push_back(Asking(asking, Notification::KIND_APPROVAL_PASSED_ON, user_id, KeyOfPassingOn(approval.id()), due));
  }
  return all;
}

}  // namespace voronka::notifier
