#include "crm_service/clients/sight/seen_clients.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "crm_service/people/users/users.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {
namespace {

using storage::Value;

bool IsContact(v1::Entity kind) { return kind == v1::ENTITY_CONTACT; }

const char* TableOf(v1::Entity kind) { return IsContact(kind) ? "contacts" : "companies"; }

// Deals that a client takes part in, up to a condition on the deal `d`. By the client's index: for any other one, every
// deal of the account may be read for each client.
std::vector<std::string> DealsOf(v1::Entity kind) {
  if (!IsContact(kind)) {
    return {
        "SELECT 1 FROM deals d FORCE INDEX (deals_by_company) "
        "WHERE d.account_id = companies.account_id AND d.company_id = companies.id"};
  }
  return {
      "SELECT 1 FROM deals d FORCE INDEX (deals_by_contact) "
      "WHERE d.account_id = contacts.account_id AND d.contact_id = contacts.id",
      "SELECT 1 FROM deal_contacts x FORCE INDEX (deal_contacts_by_contact) STRAIGHT_JOIN deals d "
      "FORCE INDEX (PRIMARY) ON d.account_id = x.account_id AND d.id = x.deal_id "
      "WHERE x.account_id = contacts.account_id AND x.contact_id = contacts.id"};
}

// 0: nobody has one.
int64_t OwnerOfNewestDeal(rpc::Session& session, const char* column, int64_t client_id) {
  const auto rows = session.db.Query(
      fmt::format("SELECT responsible_user_id FROM deals WHERE account_id = ? AND {} = ? AND responsible_user_id <> 0 "
                  "ORDER BY id DESC LIMIT 1",
                  column),
      session.account_id(), client_id);
  return rows.empty() ? 0 : rows.front().Int(0);
}

rpc::Error OfAnother(rpc::Session& session, const char* field, int64_t responsible_user_id) {
  rpc::Text text{"There is such a client already.", "Такой клиент уже есть."};
  rpc::Error::Metadata metadata;
  if (const auto user = Users(session).Find(responsible_user_id)) {
    text.en += " " + user->display_name() + " works with them.";
    text.ru += " С ним работает " + user->display_name() + ".";
    metadata = {{"responsible_user_id", std::to_string(user->id())}, {"responsible_name", user->display_name()}};
  }
  return rpc::Error(rpc::Code::kAlreadyExists, {"CLIENT_OF_ANOTHER", field, std::move(text)}, std::move(metadata));
}

}  // namespace

SeenClients::SeenClients(storage::Connection& db, const rpc::Caller& caller, v1::Entity kind)
    : account_id_(caller.account_id), kind_(kind), sight_(SightOf(db, caller, kind)) {
  if (sight_.is_whole()) return;
  deals_ = SightOf(db, caller, v1::ENTITY_DEAL);
  if (!IsContact(kind)) contacts_ = SightOf(db, caller, v1::ENTITY_CONTACT);
}

void SeenClients::AddTo(std::string& sql, std::vector<Value>& values) const {
  if (see_all()) return;
  sql += " AND ((1 = 1";
  AddOwners(sight_.owners(), "responsible_user_id", sql, values);
  sql += ") OR (";
  AddFreeTo(sql);
  sql += ")";
  for (const auto& deals : DealsOf(kind_)) {
    sql += " OR EXISTS (" + deals;
    AddOwners(deals_.owners(), "d.responsible_user_id", sql, values);
    sql += ")";
  }
  if (!IsContact(kind_)) {
    sql +=
        " OR EXISTS (SELECT 1 FROM contacts k WHERE k.account_id = companies.account_id AND k.company_id = "
        "companies.id";
    AddOwners(contacts_.owners(), "k.responsible_user_id", sql, values);
    sql += ")";
  }
  sql += ")";
}

void SeenClients::AddFreeTo(std::string& sql) const {
  sql += "responsible_user_id = 0";
  // For NOT EXISTS the server may read every deal of the account.
  for (const auto& deals : DealsOf(kind_)) sql += " AND (" + deals + " LIMIT 1) IS NULL";
}

const char* SeenClients::table() const { return TableOf(kind_); }

std::vector<SeenRange> SeenClients::Ranges() const {
  if (IsContact(kind_)) {
    return {{"contacts", "contacts_by_responsible", "id", sight_.owners()},
            {"deals", "deals_by_responsible_and_contact", "contact_id", deals_.owners()}};
  }
  return {{"companies", "companies_by_responsible", "id", sight_.owners()},
          {"deals", "deals_by_responsible_and_company", "company_id", deals_.owners()},
          {"contacts", "contacts_by_responsible_and_company", "company_id", contacts_.owners()}};
}

std::set<int64_t> SeenClients::UnseenAmong(storage::Connection& db, const std::vector<int64_t>& ids) const {
  std::set<int64_t> unseen;
  if (see_all()) return unseen;
  std::string seen;
  std::vector<Value> values{account_id_};
  AddTo(seen, values);
  std::ranges::copy_if(ids, std::inserter(unseen, unseen.end()), [](int64_t id) { return id != 0; });
  // Read as contacts, which have an id.
  const std::string of_seen =
      fmt::format("SELECT id FROM {} WHERE account_id = ?{} AND id IN ({{ids}})", TableOf(kind_), seen);
  for (const auto& each : storage::SelectByIds<v1::Contact>(db, of_seen, values, ids)) unseen.erase(each.id());
  return unseen;
}

bool SeesContact(rpc::Session& session, int64_t contact_id) {
  return SeenClients(session, v1::ENTITY_CONTACT).UnseenAmong(session.db, {contact_id}).empty();
}

bool SeesCompany(rpc::Session& session, int64_t company_id) {
  return SeenClients(session, v1::ENTITY_COMPANY).UnseenAmong(session.db, {company_id}).empty();
}

rpc::Error ContactOfAnother(rpc::Session& session, const char* field, int64_t contact_id, int64_t responsible_user_id) {
  return OfAnother(
      session, field,
      responsible_user_id != 0 ? responsible_user_id : OwnerOfNewestDeal(session, "contact_id", contact_id));
}

rpc::Error CompanyOfAnother(rpc::Session& session, const char* field, int64_t company_id, int64_t responsible_user_id) {
  return OfAnother(
      session, field,
      responsible_user_id != 0 ? responsible_user_id : OwnerOfNewestDeal(session, "company_id", company_id));
}

}  // namespace voronka::crm
