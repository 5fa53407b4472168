#pragma once

#include <string>
#include <vector>

#include "foundation/storage/connection.h"
#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/office.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::testing {

inline crm::v1::FieldValue TextValue(const std::string& text) {
  crm::v1::FieldValue value;
  value.set_text(text);
  return value;
}

inline crm::v1::FieldFilter Having(const std::string& field, const std::string& text) {
  crm::v1::FieldFilter filter;
  filter.set_field(field);
  *filter.mutable_value() = TextValue(text);
  return filter;
}

// An office whose contacts have the text field `pass`: «номер пропуска».
struct IndexedOffice : Office {
  explicit IndexedOffice(bool unique = false, bool filterable = false) { SetPass(unique, filterable); }

  crm::v1::UpdateFieldSetRequest SettingPass(bool unique, bool filterable) {
    auto set = olga.Call<crm::v1::FieldSet>(Getting(crm::v1::ENTITY_CONTACT));
    auto& fields = *set.mutable_fields();
    if (fields.rbegin()->key() == "pass") fields.RemoveLast();
    auto field = OwnField("pass", crm::v1::Field::KIND_TEXT);
    field.set_unique(unique);
    field.set_filterable(filterable);
    *set.add_fields() = field;
    return Updating(set);
  }

  crm::v1::Field SetPass(bool unique, bool filterable) {
    return *olga.Call<crm::v1::FieldSet>(SettingPass(unique, filterable)).fields().rbegin();
  }

  crm::v1::Field Pass() { return *olga.Call<crm::v1::FieldSet>(Getting(crm::v1::ENTITY_CONTACT)).fields().rbegin(); }

  static crm::v1::CreateContactRequest WithPass(const std::string& name, const std::string& pass) {
    auto request = NewContact(name);
    (*request.mutable_contact()->mutable_fields())["pass"] = TextValue(pass);
    return request;
  }

  crm::v1::Contact Make(const std::string& name, const std::string& pass) {
    return anna.Call<crm::v1::Contact>(WithPass(name, pass));
  }

  static crm::v1::UpdateContactRequest GivingPass(int64_t contact_id, const std::string& pass) {
    crm::v1::UpdateContactRequest request;
    request.set_contact_id(contact_id);
    (*request.mutable_contact()->mutable_fields())["pass"] = TextValue(pass);
    request.mutable_update_mask()->add_paths("fields.pass");
    return request;
  }

  std::vector<std::string> NamesWith(const std::string& pass) {
    crm::v1::ListContactsRequest request;
    *request.add_field_filters() = Having("pass", pass);
    const auto response = anna.Call<crm::v1::ListContactsResponse>(request);
    std::vector<std::string> names;
    for (const auto& contact : response.contacts()) names.push_back(contact.name());
    return names;
  }

  // Copies of a contact with their values, until there are more than are looked at in one call.
  void MakeMany() {
    for (int64_t step = 1; step <= 1'024; step *= 2) {
      Crm().db().Execute(
          "INSERT INTO contacts (account_id, id, name, responsible_user_id, create_time, update_time, etag, fields) "
          "SELECT account_id, id + ?, name, responsible_user_id, create_time, update_time, etag, fields "
          "FROM contacts WHERE account_id = ?",
          1'000'000 * step, account_id());
    }
  }
};

}  // namespace voronka::testing
