#include "crm_service/sales/deals/deals.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <string>

#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/deals/epoch.h"
#include "crm_service/sales/deals/stage_totals.h"
#include "crm_service/sales/deals/stage_visits.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::Deal;

namespace {

// As FIND_IN_SET takes it. Keys have no commas.
std::string SetOf(const std::vector<std::string>& keys) { return fmt::format("{}", fmt::join(keys, ",")); }

}  // namespace

std::vector<Deal> Deals::OpenOf(int64_t contact_id) {
  return session_.db.Select<Deal>("SELECT {columns} FROM deals WHERE account_id = ? AND contact_id = ? AND state = ?",
                                  account_id_, contact_id, Deal::STATE_OPEN);
}

std::vector<Deal> Deals::OpenOfCompany(int64_t company_id) {
  return session_.db.Select<Deal>("SELECT {columns} FROM deals WHERE account_id = ? AND company_id = ? AND state = ?",
                                  account_id_, company_id, Deal::STATE_OPEN);
}

std::optional<Deal> Deals::LockOpenOf(int64_t contact_id, const std::vector<std::string>& pipelines) {
  auto of_main = session_.db.SelectOne<Deal>(
      "SELECT {columns} FROM deals WHERE account_id = ? AND contact_id = ? AND state = ? "
      "AND FIND_IN_SET(pipeline, ?) > 0 ORDER BY id DESC LIMIT 1 FOR UPDATE",
      account_id_, contact_id, Deal::STATE_OPEN, SetOf(pipelines));
  if (of_main) return of_main;
  return session_.db.SelectOne<Deal>(
      "SELECT {d.columns} FROM deal_contacts c JOIN deals d ON d.account_id = c.account_id AND d.id = c.deal_id "
      "WHERE c.account_id = ? AND c.contact_id = ? AND d.state = ? AND FIND_IN_SET(d.pipeline, ?) > 0 "
      "ORDER BY d.id DESC LIMIT 1 FOR UPDATE",
      account_id_, contact_id, Deal::STATE_OPEN, SetOf(pipelines));
}

std::vector<Deal> Deals::OfContact(int64_t contact_id, int64_t before, int limit) {
  return session_.db.Select<Deal>(
      "SELECT {d.columns} FROM (SELECT id FROM deals WHERE account_id = ? AND contact_id = ? UNION "
      "SELECT deal_id FROM deal_contacts WHERE account_id = ? AND contact_id = ?) of_contact "
      "JOIN deals d ON d.account_id = ? AND d.id = of_contact.id WHERE d.id < ? ORDER BY d.id DESC LIMIT ?",
      account_id_, contact_id, account_id_, contact_id, account_id_, before, limit);
}

std::vector<Deal> Deals::OfCompany(int64_t company_id, int64_t before, int limit) {
  return session_.db.Select<Deal>(
      "SELECT {columns} FROM deals WHERE account_id = ? AND company_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
      account_id_, company_id, before, limit);
}

std::optional<Deal> Deals::NewestOf(int64_t contact_id, Deal::State state) {
  return session_.db.SelectOne<Deal>(
      "SELECT {columns} FROM deals WHERE account_id = ? AND contact_id = ? AND state = ? ORDER BY id DESC LIMIT 1",
      account_id_, contact_id, state);
}

std::optional<Deal> Deals::NewestOf(int64_t contact_id, Deal::State state, const std::vector<std::string>& pipelines) {
  return session_.db.SelectOne<Deal>(
      "SELECT {columns} FROM deals WHERE account_id = ? AND contact_id = ? AND state = ? "
      "AND FIND_IN_SET(pipeline, ?) > 0 ORDER BY id DESC LIMIT 1",
      account_id_, contact_id, state, SetOf(pipelines));
}

std::vector<Deal> Deals::OnStage(const StageFilter& filter, int64_t before, int limit) {
  if (!filter.responsible_user_id) {
    return session_.db.Select<Deal>(
        "SELECT {columns} FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ? "
        "AND id < ? ORDER BY id DESC LIMIT ?",
        account_id_, filter.pipeline, filter.stage, before, limit);
  }
  return session_.db.Select<Deal>(
      "SELECT {columns} FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ? "
      "AND responsible_user_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
      account_id_, filter.pipeline, filter.stage, *filter.responsible_user_id, before, limit);
}

std::vector<Deal> Deals::AboutDeal(int64_t source_deal_id, int limit) {
  return session_.db.Select<Deal>(
      "SELECT {columns} FROM deals WHERE account_id = ? AND source_deal_id = ? ORDER BY id LIMIT ?", account_id_,
      source_deal_id, limit);
}

std::vector<Deal> Deals::WithIds(const std::vector<int64_t>& ids) {
  return storage::SelectByIds<Deal>(session_.db, "SELECT {columns} FROM deals WHERE account_id = ? AND id IN ({ids})",
                                    {account_id_}, ids);
}

Deal Deals::Insert(Deal deal) {
  deal.set_id(session_.NextId("deal"));
  deal.set_epoch(1);
  deal.set_etag(1);
  *deal.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  *deal.mutable_update_time() = deal.create_time();
  *deal.mutable_stage_enter_time() = deal.create_time();
  InsertRow(deal);
  StageVisits(session_).Enter(deal);
  RecordAction(session_, nullptr, deal, {v1::ResourceChange::KIND_CREATED, v1::TimelineEntry::KIND_DEAL_CREATED});
  StageTotals(session_).Keep(nullptr, deal);
  return deal;
}

Deal Deals::Save(const Deal& before, Deal after, const DealAction& action) {
  after.set_etag(before.etag() + 1);
  after.set_epoch(NextEpoch(before, after));
  *after.mutable_update_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  CheckEpochMatched(session_.db.Update("deals", after, "WHERE account_id = ? AND id = ? AND epoch = ? AND etag = ?",
                                       account_id_, before.id(), before.epoch(), before.etag()));
  if (!AreOnSameStage(before, after)) StageVisits(session_).Enter(after);
  RecordAction(session_, &before, after, action);
  StageTotals(session_).Keep(&before, after);
  return after;
}

}  // namespace voronka::crm
