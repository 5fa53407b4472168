#include "crm_service/clients/contacts/contacts.h"

#include <optional>
#include <string>
#include <utility>

#include "crm_service/clients/sight/seen_list.h"

namespace voronka::crm {

using v1::Contact;

namespace {

// For LIKE.
std::string AnythingThatBeginsWith(const std::string& text) {
  std::string pattern;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

}  // namespace

FoundContacts Contacts::After(int64_t id, int limit, const ContactFilter& filter) {
  const SeenClients seen(session_, v1::ENTITY_CONTACT);
  std::optional<SeenPage> listed;
  if (filter.suits_all()) listed = ListSeen(session_.db, seen, {id, limit, filter.newest_first});
  if (!listed) return {Walk(seen, id, limit, filter)};
  auto contacts = ReadListed<Contact>(session_.db, seen, listed->ids, filter.newest_first);
  points_.ReadInto(contacts);
  return {std::move(contacts), listed->next};
}

std::vector<Contact> Contacts::Walk(const SeenClients& seen, int64_t id, int limit, const ContactFilter& filter) {
  std::string sql = "SELECT {columns} FROM contacts WHERE account_id = ?";
  std::vector<storage::Value> values = {account_id_};
  if (filter.company_id != 0) {
    sql += " AND company_id = ?";
    values.emplace_back(filter.company_id);
  }
  if (filter.responsible_user_id != 0) {
    sql += " AND responsible_user_id = ?";
    values.emplace_back(filter.responsible_user_id);
  }
  if (!filter.name.empty()) {
    sql += " AND name LIKE ?";
    values.emplace_back(AnythingThatBeginsWith(filter.name));
  }
  sql += filter.fields.Conditions(account_id_, values);
  seen.AddTo(sql, values);
  sql += filter.newest_first ? " AND id < ? ORDER BY id DESC LIMIT ?" : " AND id > ? ORDER BY id LIMIT ?";
  values.insert(values.end(), {id, limit});
  auto contacts = session_.db.SelectWith<Contact>(sql, values);
  points_.ReadInto(contacts);
  return contacts;
}

}  // namespace voronka::crm
