#include "crm_service/sales/approvals/approvals.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <string>
#include <utility>

#include "crm_service/log/events/record.h"
#include "crm_service/log/events/resource_change.h"
#include "crm_service/people/access/sight.h"
#include "crm_service/people/users/stand_in.h"
#include "crm_service/sales/approvals/approval_entry.h"
#include "crm_service/sales/approvals/approval_rules.h"
#include "crm_service/sales/timeline/called_name.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::Approval;

namespace {

// Whose it is, and what people call it.
v1::Deal AsPeopleKnowIt(rpc::Session& session, const v1::Deal& deal) {
  v1::Deal known;
  known.set_id(deal.id());
  known.set_responsible_user_id(deal.responsible_user_id());
  known.set_name(CalledName(session, deal));
  return known;
}

// What whoever is asked may have to decide by.
void SayWhatItIsAbout(rpc::Session& session, const v1::Deal& deal, Approval& approval) {
  approval.set_deal_name(CalledName(session, deal));
  if (deal.has_amount()) *approval.mutable_amount() = deal.amount();
  approval.set_from_pipeline(deal.pipeline());
  approval.set_from_stage(deal.stage());
}

void RecordApproval(rpc::Session& session, const v1::Deal& deal, const Approval* before, const Approval& after) {
  auto change = ChangeOf(before, after);
  change.mutable_subject()->PackFrom(AsPeopleKnowIt(session, deal));
  Record(session, session.account_id(), std::move(change));
}

void AddSeen(rpc::Session& session, std::string& sql, std::vector<storage::Value>& values) {
  const auto sight = SightOf(session, v1::ENTITY_DEAL);
  if (sight.is_whole()) return;
  values.insert(values.end(), {session.caller.user_id, session.caller.user_id});
  sql += " AND (asker_user_id = ? OR approver_user_id = ?";
  for (const auto& [asked, role] : StoodInForBy(session.db, session.caller)) {
    sql += " OR (approver_user_id = ? AND role <= ?)";
    values.insert(values.end(), {asked, role});
  }
  sql += " OR (deal_id <> 0";
  AddOwners(sight.owners(),
            "(SELECT d.responsible_user_id FROM deals d WHERE d.account_id = approvals.account_id "
            "AND d.id = approvals.deal_id)",
            sql, values);
  sql += "))";
}

}  // namespace

Approval Approvals::AddFor(const v1::Deal& deal, Approval approval) {
  approval.set_id(session_.NextId(Sql().name));
  // Never before the deal came to its stage, which another process may have written by a clock that is ahead.
  *approval.mutable_create_time() =
      std::max(TimeUtil::MicrosecondsToTimestamp(session_.Now()), deal.stage_enter_time());
  approval.set_etag(1);
  SayWhatItIsAbout(session_, deal, approval);
  InsertRow(approval);
  RecordApproval(session_, deal, nullptr, approval);
  return approval;
}

Approval Approvals::SaveFor(const v1::Deal& deal, const Approval& before, Approval after) {
  after.set_etag(before.etag() + 1);
  UpdateRow(after);
  RecordApproval(session_, deal, &before, after);
  return after;
}

std::vector<Approval> Approvals::SinceEntering(const v1::Deal& deal) {
  return session_.db.Select<Approval>(
      "SELECT {columns} FROM approvals WHERE account_id = ? AND deal_id = ? AND create_time >= ? ORDER BY id DESC",
      account_id_, deal.id(), TimeUtil::TimestampToMicroseconds(deal.stage_enter_time()));
}

std::vector<Approval> Approvals::StandingOf(const std::vector<int64_t>& deal_ids) {
  return storage::SelectByIds<Approval>(
      session_.db,
      "SELECT {columns} FROM approvals FORCE INDEX (approvals_of_deal) WHERE account_id = ? AND state IN (?, ?) "
      "AND deal_id IN ({ids})",
      {account_id_, Approval::STATE_ASKED, Approval::STATE_GIVEN}, deal_ids);
}

std::vector<Approval> Approvals::Of(int64_t deal_id, Approval::State state, const rpc::Page& page) {
  std::string sql = "SELECT {columns} FROM approvals WHERE account_id = ? AND id < ?";
  std::vector<storage::Value> values{account_id_, page.key()};
  if (deal_id != 0) {
    sql += " AND deal_id = ?";
    values.emplace_back(deal_id);
  }
  if (state != Approval::STATE_UNSPECIFIED) {
    sql += " AND state = ?";
    values.emplace_back(state);
  }
  AddSeen(session_, sql, values);
  values.emplace_back(page.limit());
  return session_.db.SelectWith<Approval>(sql + " ORDER BY id DESC LIMIT ?", values);
}

void Approvals::WithdrawOf(int64_t deal_id) {
  const auto asked = session_.db.Select<Approval>(
      "SELECT {columns} FROM approvals WHERE account_id = ? AND deal_id = ? AND state = ? FOR UPDATE", account_id_,
      deal_id, Approval::STATE_ASKED);
  for (const auto& before : asked) {
    Save(before, Withdrawn(before, Approval::WITHDRAWAL_MOVED));
  }
}

void Approvals::Outdate(const v1::Deal& deal, int64_t id) {
  const auto before = Lock(id);
  if (!Stands(before)) return;
  const auto after = SaveFor(deal, before, Withdrawn(before, Approval::WITHDRAWAL_CHANGED));
  AddApprovalEntry(session_, after, v1::TimelineEntry::KIND_APPROVAL_OUTDATED);
}

}  // namespace voronka::crm
