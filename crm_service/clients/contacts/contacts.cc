#include "crm_service/clients/contacts/contacts.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::Contact;

std::vector<Contact> Contacts::After(int64_t id, int limit) {
  auto contacts = session_.db.Select<Contact>(Sql().page, account_id_, id, limit);
  points_.ReadInto(contacts);
  return contacts;
}

std::optional<Contact> Contacts::FindForWrite(int64_t id) {
  return WithPoints(session_.db.SelectOne<Contact>(Sql().find + " LOCK IN SHARE MODE", account_id_, id));
}

int64_t Contacts::NewId() { return session_.NextId(Sql().name, storage::Numbering::kInternal); }

Contact Contacts::Add(Contact contact) {
  contact.set_etag(1);
  *contact.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  *contact.mutable_update_time() = contact.create_time();
  InsertRow(contact);
  RecordChange(session_, account_id_, nullptr, contact);
  return contact;
}

Contact Contacts::Save(const Contact& before, Contact after) {
  *after.mutable_update_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  return ResourceTable::Save(before, std::move(after));
}

std::optional<Contact> Contacts::WithPoints(std::optional<Contact> contact) {
  if (contact) points_.ReadInto({&*contact, 1});
  return contact;
}

}  // namespace voronka::crm
