#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/crm_service/office.h"

namespace voronka::testing {

constexpr const char* kPhone = "+79161234567";

inline crm::v1::GetContactRequest Getting(int64_t contact_id) {
  crm::v1::GetContactRequest request;
  request.set_contact_id(contact_id);
  return request;
}

// Empties the field, unless the test fills it.
inline crm::v1::UpdateContactRequest Changing(int64_t contact_id, const std::string& path) {
  crm::v1::UpdateContactRequest request;
  request.set_contact_id(contact_id);
  request.mutable_contact();
  request.mutable_update_mask()->add_paths(path);
  return request;
}

inline crm::v1::UpdateContactRequest GivingPhone(int64_t contact_id, const std::string& phone) {
  auto request = Changing(contact_id, "phones");
  request.mutable_contact()->add_phones(phone);
  return request;
}

// The ids of those with this phone and this email; if one is empty, of those with the other.
inline std::vector<int64_t> Found(client::Client& who, const std::string& phone, const std::string& email) {
  crm::v1::ListContactsRequest request;
  request.set_phone(phone);
  request.set_email(email);
  std::vector<int64_t> ids;
  const auto response = who.Call<crm::v1::ListContactsResponse>(request);
  for (const auto& contact : response.contacts()) ids.push_back(contact.id());
  return ids;
}

}  // namespace voronka::testing
