#include "crm_service/sales/deals/deals.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <string>
#include <vector>

#include "crm_service/fields/values/checked_fields.h"
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

// The newest deals of a client, merged from lists that an index has in order: of none are more read than are asked for.
class NewestOfClient {
 public:
  NewestOfClient(int64_t client_id, int64_t before, int limit)
      : client_id_(client_id), before_(before), limit_(limit) {}

  // `list`: of ids, with the parameters account, client, before, limit.
  void Add(const std::string& list) { lists_.push_back("(" + list + ")"); }

  // The index has the deals of each state in order.
  void AddWhereMain(const char* column, const char* index) {
    for (const auto state : {Deal::STATE_OPEN, Deal::STATE_WON, Deal::STATE_LOST}) {
      Add(
          fmt::format("SELECT id FROM deals FORCE INDEX ({}) WHERE account_id = ? AND {} = ? AND state = {} "
                      "AND id < ? ORDER BY id DESC LIMIT ?",
                      index, column, static_cast<int>(state)));
    }
  }

  std::vector<Deal> Read(rpc::Session& session) const {
    std::vector<storage::Value> values;
    for (size_t i = 0; i < lists_.size(); ++i) {
      values.insert(values.end(), {session.account_id(), client_id_, before_, limit_});
    }
    values.insert(values.end(), {session.account_id(), limit_});
    return session.db.SelectWith<Deal>(
        fmt::format("SELECT {{d.columns}} FROM ({}) newest JOIN deals d ON d.account_id = ? AND d.id = newest.id "
                    "ORDER BY d.id DESC LIMIT ?",
                    fmt::join(lists_, " UNION ")),
        values);
  }

 private:
  const int64_t client_id_;
  const int64_t before_;
  const int limit_;
  std::vector<std::string> lists_;
};

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
  NewestOfClient newest(contact_id, before, limit);
  newest.AddWhereMain("contact_id", "deals_by_contact");
  newest.Add(
      "SELECT deal_id AS id FROM deal_contacts FORCE INDEX (deal_contacts_by_contact) "
      "WHERE account_id = ? AND contact_id = ? AND deal_id < ? ORDER BY deal_id DESC LIMIT ?");
  return newest.Read(session_);
}

std::vector<Deal> Deals::OfCompany(int64_t company_id, int64_t before, int limit) {
  NewestOfClient newest(company_id, before, limit);
  newest.AddWhereMain("company_id", "deals_by_company");
  return newest.Read(session_);
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
  std::string sql = "SELECT {columns} FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ?";
  std::vector<storage::Value> values = {account_id_, filter.pipeline, filter.stage};
  if (filter.responsible_user_id) {
    sql += " AND responsible_user_id = ?";
    values.emplace_back(*filter.responsible_user_id);
  }
  sql += filter.fields.Conditions(account_id_, values) + " AND id < ? ORDER BY id DESC LIMIT ?";
  values.insert(values.end(), {before, limit});
  return session_.db.SelectWith<Deal>(sql, values);
}

std::vector<Deal> Deals::AboutDeal(int64_t source_deal_id, int64_t before, int limit) {
  return session_.db.Select<Deal>(
      "SELECT {columns} FROM deals WHERE account_id = ? AND source_deal_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
      account_id_, source_deal_id, before, limit);
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
  KeepIndex(session_, v1::ENTITY_DEAL, deal.id(), {}, deal.fields());
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
  KeepIndex(session_, v1::ENTITY_DEAL, after.id(), before.fields(), after.fields());
  if (!AreOnSameStage(before, after)) StageVisits(session_).Enter(after);
  RecordAction(session_, &before, after, action);
  StageTotals(session_).Keep(&before, after);
  return after;
}

}  // namespace voronka::crm
