#include "crm_service/clients/merges/client_links.h"

#include <fmt/format.h>
#include <google/protobuf/repeated_field.h>

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/clients/identity/client_table.h"
#include "crm_service/log/resources/resource_table.h"
#include "crm_service/people/access/sight.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/activity.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/deal_contact.pb.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/file.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {
namespace {

using rpc::Session;
using v1::DealContact;
using v1::StayedLink;
using v1::TimelineEntry;

// One call is one transaction, which others wait for. The proto names it.
constexpr int kMostLinks = 500;
// Of deals that came later, as many are named.
constexpr int kMostLaterDeals = 100;

using Ids = google::protobuf::RepeatedField<int64_t>;

const char* ColumnFor(v1::ClientKind kind) { return kind == v1::CLIENT_KIND_CONTACT ? "contact_id" : "company_id"; }

void AddIds(Session& session, const char* table, const char* column, int64_t client_id, Ids* ids) {
  for (const auto& row :
       session.db.Query(fmt::format("SELECT id FROM {} WHERE account_id = ? AND {} = ? LIMIT ?", table, column),
                        session.account_id(), client_id, kMostLinks + 1)) {
    ids->Add(row.Int(0));
  }
}

// Of `files` or `uploads`.
void AddIdsOfOwner(Session& session, const char* table, v1::Entity entity, int64_t client_id, Ids* ids) {
  for (const auto& row : session.db.Query(
           fmt::format("SELECT id FROM {} WHERE account_id = ? AND entity = ? AND entity_id = ? LIMIT ?", table),
           session.account_id(), entity, client_id, kMostLinks + 1)) {
    ids->Add(row.Int(0));
  }
}

// Whether it led to `from`.
template <class Resource>
bool PassOn(Session& session, int64_t id, int64_t from, int64_t to) {
  ResourceTable<Resource> table(session);
  if (!table.Has(id)) return false;
  const auto before = table.Lock(id);
  if (before.contact_id() != from) return false;
  auto after = before;
  after.set_contact_id(to);
  table.Save(before, std::move(after));
  return true;
}

std::optional<DealContact> PlaceIn(Session& session, int64_t deal_id, int64_t contact_id) {
  return session.db.SelectOne<DealContact>(
      "SELECT {columns} FROM deal_contacts WHERE account_id = ? AND deal_id = ? AND contact_id = ? FOR UPDATE",
      session.account_id(), deal_id, contact_id);
}

// The main contact of a deal, which is locked until the session commits.
int64_t MainContactOf(Session& session, int64_t deal_id) {
  const auto rows = session.db.Query("SELECT contact_id FROM deals WHERE account_id = ? AND id = ? FOR UPDATE",
                                     session.account_id(), deal_id);
  return rows.empty() ? 0 : rows.front().Int(0);
}

void Drop(Session& session, const DealContact& place, v1::MergeRecord& record) {
  ResourceTable<DealContact>(session).Remove(place);
  *record.add_dropped_deal_contacts() = place;
}

StayedLink MovedOn() {
  StayedLink link;
  link.set_reason(StayedLink::REASON_MOVED_ON);
  return link;
}

// Takes out what is said of deals that the caller does not see.
void HideUnseenDeals(Session& session, v1::UndoMergeResponse& response) {
  const auto sight = SightOf(session, v1::ENTITY_DEAL);
  if (sight.is_whole()) return;
  std::vector<int64_t> ids;
  for (const auto& link : response.stayed()) ids.push_back(link.deal_id());
  std::set<int64_t> seen;
  for (const auto& deal : storage::SelectByIds<v1::Deal>(
           session.db, "SELECT id, responsible_user_id FROM deals WHERE account_id = ? AND id IN ({ids})",
           {session.account_id()}, ids)) {
    if (sight.Covers(deal.responsible_user_id())) seen.insert(deal.id());
  }
  v1::UndoMergeResponse told;
  for (const auto& link : response.stayed()) {
    if (link.deal_id() == 0 || seen.contains(link.deal_id())) *told.add_stayed() = link;
  }
  response.mutable_stayed()->Swap(told.mutable_stayed());
}

}  // namespace

void ClientLinks::Find(int64_t client_id, v1::MergeRecord& record, rpc::Violations& violations) {
  const auto* column = ColumnFor(kind_);
  AddIds(session_, "deals", column, client_id, record.mutable_deals());
  if (kind_ == v1::CLIENT_KIND_COMPANY) {
    AddIds(session_, "contacts", column, client_id, record.mutable_contacts());
  } else {
    AddIds(session_, "deal_contacts", column, client_id, record.mutable_deal_contacts());
    AddIds(session_, "tasks", column, client_id, record.mutable_tasks());
    AddIds(session_, "activities", column, client_id, record.mutable_activities());
  }
  AddIdsOfOwner(session_, "files", EntityOf(kind_), client_id, record.mutable_files());
  AddIdsOfOwner(session_, "uploads", EntityOf(kind_), client_id, record.mutable_uploads());
  const int found = record.deals_size() + record.contacts_size() + record.deal_contacts_size() + record.tasks_size() +
                    record.activities_size() + record.files_size() + record.uploads_size();
  violations.AddUnless(
      found <= kMostLinks, "TOO_MANY_LINKS", "",
      {fmt::format("More than {} deals, tasks and others lead to the client that would be merged.", kMostLinks),
       fmt::format("С дублем связано больше {} сделок, задач и другого: оставьте его, а присоедините к нему другого.",
                   kMostLinks)});
}

void ClientLinks::Move(int64_t from, int64_t to, const std::string& text, v1::MergeRecord& record) {
  for (const int64_t deal : record.deals()) {
    pass_deal_(session_, {kind_, deal, from, to, TimelineEntry::KIND_CLIENTS_MERGED, text});
    if (kind_ != v1::CLIENT_KIND_CONTACT) continue;
    // The main contact of a deal is no further one.
    if (const auto place = PlaceIn(session_, deal, to)) Drop(session_, *place, record);
  }
  for (const int64_t id : record.deal_contacts()) MoveDealContact(id, from, to, record);
  for (const int64_t id : record.tasks()) PassOn<v1::Task>(session_, id, from, to);
  for (const int64_t id : record.activities()) PassOn<v1::Activity>(session_, id, from, to);
  for (const int64_t id : record.contacts()) PassContact(id, from, to);
  for (const int64_t id : record.files()) PassFile(id, from, to);
  PassUploads(record, from, to);
}

void ClientLinks::MoveDealContact(int64_t id, int64_t from, int64_t to, v1::MergeRecord& record) {
  ResourceTable<DealContact> table(session_);
  const auto read = table.Find(id);
  if (!read) return;
  const int64_t main = MainContactOf(session_, read->deal_id());
  const auto place = PlaceIn(session_, read->deal_id(), from);
  if (!place) return;
  if (main == to || PlaceIn(session_, read->deal_id(), to)) return Drop(session_, *place, record);
  PassOn<DealContact>(session_, id, from, to);
}

bool ClientLinks::PassContact(int64_t contact_id, int64_t from, int64_t to) {
  Contacts contacts(session_);
  const auto before = contacts.FindLocked(contact_id);
  if (!before || before->company_id() != from) return false;
  auto after = *before;
  after.set_company_id(to);
  contacts.Save(*before, std::move(after));
  return true;
}

// A removed one, too: it may be brought back.
bool ClientLinks::PassFile(int64_t file_id, int64_t from, int64_t to) {
  ResourceTable<v1::File> table(session_);
  if (!table.Has(file_id)) return false;
  const auto before = table.Lock(file_id);
  if (before.entity() != EntityOf(kind_) || before.entity_id() != from) return false;
  auto after = before;
  after.set_entity_id(to);
  table.Save(before, std::move(after));
  return true;
}

// Nobody is told of what has not arrived yet: the log has none of it.
void ClientLinks::PassUploads(const v1::MergeRecord& record, int64_t from, int64_t to) {
  for (const int64_t id : record.uploads()) {
    session_.db.Execute(
        "UPDATE uploads SET entity_id = ? WHERE account_id = ? AND id = ? AND entity = ? AND entity_id = ?", to,
        session_.account_id(), id, EntityOf(kind_), from);
  }
}

void ClientLinks::MoveBack(const v1::Merge& merge, const v1::MergeRecord& record, const std::string& text,
                           v1::UndoMergeResponse& response) {
  const int64_t from = merge.survivor_id();
  const int64_t to = merge.merged_id();
  for (const int64_t deal : record.deals()) {
    if (pass_deal_(session_, {kind_, deal, from, to, TimelineEntry::KIND_MERGE_UNDONE, text})) continue;
    auto& stayed = *response.add_stayed() = MovedOn();
    stayed.set_deal_id(deal);
  }
  for (const int64_t id : record.deal_contacts()) {
    const auto read = ResourceTable<DealContact>(session_).Find(id);
    if (!read) continue;
    MainContactOf(session_, read->deal_id());
    PassOn<DealContact>(session_, id, from, to);
  }
  for (const auto& dropped : record.dropped_deal_contacts()) ReturnDropped(dropped);
  for (const int64_t id : record.tasks()) {
    if (!PassOn<v1::Task>(session_, id, from, to)) (*response.add_stayed() = MovedOn()).set_task_id(id);
  }
  for (const int64_t id : record.activities()) PassOn<v1::Activity>(session_, id, from, to);
  for (const int64_t id : record.contacts()) {
    if (!PassContact(id, from, to)) (*response.add_stayed() = MovedOn()).set_contact_id(id);
  }
  for (const int64_t id : record.files()) {
    if (!PassFile(id, from, to)) (*response.add_stayed() = MovedOn()).set_file_id(id);
  }
  PassUploads(record, from, to);
  NameLaterDeals(merge, response);
  HideUnseenDeals(session_, response);
}

void ClientLinks::ReturnDropped(const DealContact& dropped) {
  const bool has_it = MainContactOf(session_, dropped.deal_id()) == dropped.contact_id() ||
                      PlaceIn(session_, dropped.deal_id(), dropped.contact_id());
  if (!has_it) ResourceTable<DealContact>(session_).AddAs(dropped.id(), dropped);
}

void ClientLinks::NameLaterDeals(const v1::Merge& merge, v1::UndoMergeResponse& response) {
  for (const auto& row : session_.db.Query(
           fmt::format("SELECT id FROM deals WHERE account_id = ? AND {} = ? AND create_time >= ? ORDER BY id LIMIT ?",
                       ColumnFor(kind_)),
           session_.account_id(), merge.survivor_id(), merge.create_time(), kMostLaterDeals)) {
    auto& stayed = *response.add_stayed();
    stayed.set_reason(StayedLink::REASON_CAME_LATER);
    stayed.set_deal_id(row.Int(0));
  }
}

}  // namespace voronka::crm
