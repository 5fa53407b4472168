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

// Empty: the deal is known by its number only.
std::string DealNameIn(const ResourceChange& change) {
  crm::v1::Deal deal;
  return change.subject().UnpackTo(&deal) ? deal.name() : "";
}

News Asking(const ResourceChange& change, Notification::Kind kind, int64_t user_id, std::string key, int64_t due) {
  const auto approval = ApprovalIn(change);
  return {.kind = kind,
          .user_id = user_id,
          .dedup_key = std::move(key),
          .due = due,
          .deal_id = approval.deal_id(),
          .deal_name = DealNameIn(change),
          .text = approval.comment(),
          .about_user_id = approval.asker_user_id()};
}

News Answered(const ResourceChange& change, int64_t due) {
  const auto approval = ApprovalIn(change);
  const bool is_given = approval.state() == Approval::STATE_GIVEN;
  auto news = Asking(change, is_given ? Notification::KIND_APPROVAL_GIVEN : Notification::KIND_APPROVAL_REFUSED,
                     approval.asker_user_id(), fmt::format("approval_answered/{}", approval.id()), due);
  news.text = approval.answer_comment();
  news.about_user_id = approval.answer_user_id();
  return news;
}

// Whoever is meant may have left since. 0: nobody who may answer is active.
int64_t WhoIsAsked(Recipients& recipients, const Approval& approval) {
  const int64_t approver = approval.approver_user_id();
  if (approver != 0 && recipients.Get(approver).active()) return approver;
  return recipients.FirstOf(approval.role(), approval.asker_user_id());
}

}  // namespace

std::string KeyOfAsking(int64_t approval_id) { return fmt::format("approval_asked/{}", approval_id); }

std::string KeyOfPassingOn(int64_t approval_id) { return fmt::format("approval_passed_on/{}", approval_id); }

std::vector<News> NewsOfApproval(Recipients& recipients, const ResourceChange& change, int64_t at) {
  const auto approval = ApprovalIn(change);
  if (approval.state() == Approval::STATE_ASKED) {
    const int64_t asked = WhoIsAsked(recipients, approval);
    if (asked == 0) return {};
    return {Asking(change, Notification::KIND_APPROVAL_ASKED, asked, KeyOfAsking(approval.id()), at)};
  }
  const bool is_answered = approval.state() == Approval::STATE_GIVEN || approval.state() == Approval::STATE_REFUSED;
  const bool by_themself = approval.answer_user_id() == approval.asker_user_id();
  if (!is_answered || by_themself || approval.asker_user_id() == 0) return {};
  return {Answered(change, at)};
}

std::vector<News> NewsOfUnanswered(Recipients& recipients, const ResourceChange& asking, int64_t due) {
  const auto approval = ApprovalIn(asking);
  const auto at_least = std::max(approval.role(), options::v1::ROLE_DIRECTOR);
  std::set<int64_t> users{recipients.DeputyOf(approval.approver_user_id()),
                          recipients.FirstOf(at_least, approval.asker_user_id())};
  for (const int64_t other : {int64_t{0}, approval.asker_user_id(), WhoIsAsked(recipients, approval)}) {
    users.erase(other);
  }
  std::vector<News> all;
  for (const int64_t user_id : users) {
    all.push_back(Asking(asking, Notification::KIND_APPROVAL_PASSED_ON, user_id, KeyOfPassingOn(approval.id()), due));
  }
  return all;
}

}  // namespace voronka::notifier
