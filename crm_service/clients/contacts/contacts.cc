#include "crm_service/clients/contacts/contacts.h"

#include <string>

#include "crm_service/clients/sight/seen_clients.h"

namespace voronka::crm {

using v1::Contact;

std::vector<Contact> Contacts::After(int64_t id, int limit, const ContactFilter& filter) {
  std::string sql = "SELECT {columns} FROM contacts WHERE account_id = ?";
  std::vector<storage::Value> values = {account_id_};
  if (filter.company_id != 0) {
    sql += " AND company_id = ?";
    values.emplace_back(filter.company_id);
  }
  sql += filter.fields.Conditions(account_id_, values);
  SeenClients(session_, v1::ENTITY_CONTACT).AddTo(sql, values);
  values.insert(values.end(), {id, limit});
  auto contacts = session_.db.SelectWith<Contact>(sql + " AND id > ? ORDER BY id LIMIT ?", values);
  points_.ReadInto(contacts);
  return contacts;
}

}  // namespace voronka::crm
