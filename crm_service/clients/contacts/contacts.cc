#include "crm_service/clients/contacts/contacts.h"

#include <string>

#include "crm_service/clients/sight/seen_clients.h"

namespace voronka::crm {

using v1::Contact;

namespace {

// `sql`: up to the conditions, with `values`.
std::vector<Contact> SelectSeen(rpc::Session& session, std::string sql, std::vector<storage::Value> values, int limit) {
  SeenClients(session, v1::ENTITY_CONTACT).AddTo(sql, values);
  values.emplace_back(limit);
  return session.db.SelectWith<Contact>(sql + " ORDER BY id LIMIT ?", values);
}

}  // namespace

std::vector<Contact> Contacts::After(int64_t id, int limit) {
  auto contacts =
      SelectSeen(session_, "SELECT {columns} FROM contacts WHERE account_id = ? AND id > ?", {account_id_, id}, limit);
  points_.ReadInto(contacts);
  return contacts;
}

std::vector<Contact> Contacts::OfCompany(int64_t company_id, int64_t after, int limit) {
  auto contacts =
      SelectSeen(session_, "SELECT {columns} FROM contacts WHERE account_id = ? AND company_id = ? AND id > ?",
                 {account_id_, company_id, after}, limit);
  points_.ReadInto(contacts);
  return contacts;
}

}  // namespace voronka::crm
