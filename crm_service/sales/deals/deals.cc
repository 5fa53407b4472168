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
using storage::Value;
using v1::Deal;

namespace {

// As FIND_IN_SET takes it. Keys have no commas.
std::string SetOf(const std::vector<std::string>& keys) { return fmt::format("{}", fmt::join(keys, ",")); }

// The newest deals, merged from lists that an index has in order: of none are more read than are asked for.
class NewestDeals {
 public:
  NewestDeals(int64_t account_id, int64_t before, int limit)
      : account_id_(account_id), before_(before), limit_(limit) {}

  // `list`: of ids, with the parameters account and `values`, up to the condition on the owners. `id` and `owner` are
  // its columns.
  void Add(std::string list, std::vector<Value> values, const Owners& owners, const std::string& id = "id",
           const std::string& owner = "responsible_user_id") {
    values.insert(values.begin(), account_id_);
    AddOwners(owners, owner, list, values);
    lists_.push_back(fmt::format("({0} AND {1} < ? ORDER BY {1} DESC LIMIT ?)", list, id));
    values_.insert(values_.end(), values.begin(), values.end());
    values_.insert(values_.end(), {before_, limit_});
  }

  std::vector<Deal> Read(rpc::Session& session) {
    values_.insert(values_.end(), {account_id_, limit_});
    return session.db.SelectWith<Deal>(
        fmt::format("SELECT {{d.columns}} FROM ({}) newest JOIN deals d ON d.account_id = ? AND d.id = newest.id "
                    "ORDER BY d.id DESC LIMIT ?",
                    fmt::join(lists_, " UNION ")),
        values_);
  }

 private:
  const int64_t account_id_;
  const int64_t before_;
  const int limit_;
  std::vector<std::string> lists_;
  std::vector<Value> values_;
};

// The index has the deals of each state in order.
void AddWhereMain(const char* column, const char* index, int64_t client_id, const Owners& owners, NewestDeals& newest) {
  for (const auto state : {Deal::STATE_OPEN, Deal::STATE_WON, Deal::STATE_LOST}) {
    newest.Add(fmt::format("SELECT id FROM deals FORCE INDEX ({}) WHERE account_id = ? AND {} = ? AND state = {}",
                           index, column, static_cast<int>(state)),
               {client_id}, owners);
  }
}

// The deals that a contact takes part in. Whose they are is read only if it matters.
void AddWhereOther(int64_t contact_id, const Owners& owners, NewestDeals& newest) {
  const std::string list =
      "SELECT c.deal_id AS id FROM deal_contacts c FORCE INDEX (deal_contacts_by_contact){} "
      "WHERE c.account_id = ? AND c.contact_id = ?";
  const char* with_deals = owners ? " JOIN deals d ON d.account_id = c.account_id AND d.id = c.deal_id" : "";
  newest.Add(fmt::format(fmt::runtime(list), with_deals), {contact_id}, owners, "c.deal_id", "d.responsible_user_id");
}

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

std::vector<Deal> Deals::OfContact(int64_t contact_id, const Owners& owners, int64_t before, int limit) {
  NewestDeals newest(account_id_, before, limit);
  AddWhereMain("contact_id", "deals_by_contact", contact_id, owners, newest);
  AddWhereOther(contact_id, owners, newest);
  return newest.Read(session_);
}

std::vector<Deal> Deals::OfCompany(int64_t company_id, const Owners& owners, int64_t before, int limit) {
  NewestDeals newest(account_id_, before, limit);
  AddWhereMain("company_id", "deals_by_company", company_id, owners, newest);
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
  const bool has_many_owners = filter.owners && filter.owners->size() > 1;
  if (has_many_owners && filter.fields.empty()) return OfOwnersOnStage(filter, before, limit);
  std::string sql = "SELECT {columns} FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ?";
  std::vector<Value> values{account_id_, filter.pipeline, filter.stage};
  AddOwners(filter.owners, "responsible_user_id", sql, values);
  sql += filter.fields.Conditions(account_id_, values) + " AND id < ? ORDER BY id DESC LIMIT ?";
  values.insert(values.end(), {before, limit});
  return session_.db.SelectWith<Deal>(sql, values);
}

// The index has the deals of each owner in order.
std::vector<Deal> Deals::OfOwnersOnStage(const StageFilter& filter, int64_t before, int limit) {
  NewestDeals newest(account_id_, before, limit);
  for (const int64_t owner : *filter.owners) {
    newest.Add(
        "SELECT id FROM deals FORCE INDEX (deals_by_stage_and_responsible) "
        "WHERE account_id = ? AND pipeline = ? AND stage = ?",
        {filter.pipeline, filter.stage}, std::vector{owner});
  }
  return newest.Read(session_);
}

std::vector<Deal> Deals::AboutDeal(int64_t source_deal_id, const Owners& owners, int64_t before, int limit) {
  std::string sql = "SELECT {columns} FROM deals WHERE account_id = ? AND source_deal_id = ? AND state <> ?";
  std::vector<Value> values{account_id_, source_deal_id, Deal::STATE_ATTACHED};
  AddOwners(owners, "responsible_user_id", sql, values);
  values.insert(values.end(), {before, limit});
  return session_.db.SelectWith<Deal>(sql + " AND id < ? ORDER BY id DESC LIMIT ?", values);
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
  if (after.responsible_user_id() != 0) after.clear_sort_deadline();
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
