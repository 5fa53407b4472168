#include "crm_service/clients/contacts/contacts.h"

namespace voronka::crm {

using v1::Contact;

std::vector<Contact> Contacts::After(int64_t id, int limit) {
  auto contacts = session_.db.Select<Contact>(Sql().page, account_id_, id, limit);
  points_.ReadInto(contacts);
  return contacts;
}

std::vector<Contact> Contacts::OfCompany(int64_t company_id, int64_t after, int limit) {
  auto contacts = session_.db.Select<Contact>(
      "SELECT {columns} FROM contacts WHERE account_id = ? AND company_id = ? AND id > ? ORDER BY id LIMIT ?",
      account_id_, company_id, after, limit);
  points_.ReadInto(contacts);
  return contacts;
}

}  // namespace voronka::crm
